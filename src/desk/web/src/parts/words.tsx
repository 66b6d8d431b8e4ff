import { Badge, Tooltip } from '@mantine/core'
import type { Claim, Modality, MutationKind, Stance } from '../../../../model/index.ts'

export const MODALITY_WORD: Readonly<Record<Modality, string>> = {
  asserted: 'asserted',
  reported: 'reported',
  believed: 'believed',
  possible: 'possible',
  planned: 'planned',
  denied: 'denied',
  cannotConfirm: "can't confirm",
}

const MODALITY_COLOUR: Readonly<Record<Modality, string>> = {
  asserted: 'ink',
  reported: 'gray',
  believed: 'grape',
  possible: 'yellow',
  planned: 'cyan',
  denied: 'red',
  cannotConfirm: 'orange',
}

/** Where the library's own ink on its light ground is too faint to read. */
export const INK: Readonly<Record<string, string>> = {
  orange: 'var(--warn)',
  yellow: 'var(--warn)',
  red: 'var(--deny)',
  teal: 'var(--good)',
}

export function ModalityBadge({ claim }: { readonly claim: Pick<Claim, 'modality' | 'polarity'> }) {
  const word = MODALITY_WORD[claim.modality]
  return (
    <Badge
      variant="light"
      color={MODALITY_COLOUR[claim.modality]}
      c={INK[MODALITY_COLOUR[claim.modality]]}
      tt="none"
      fw={550}
      size="sm"
      style={{ flexShrink: 0 }}
    >
      {claim.polarity === 'negated' && claim.modality !== 'denied' ? `${word}, not` : word}
    </Badge>
  )
}

/** The number that the whole product is about. */
export function Origins({ count, why }: { readonly count: number; readonly why?: string }) {
  const badge = (
    <Badge
      variant={count >= 2 ? 'filled' : 'outline'}
      color={count >= 2 ? 'teal.9' : count === 1 ? 'gray' : 'orange'}
      {...(count === 0 ? { c: 'var(--warn)' } : {})}
      tt="none"
      fw={600}
      style={{ flexShrink: 0 }}
    >
      {count === 0 ? 'no recorded origin' : count === 1 ? '1 origin' : `${count} origins`}
    </Badge>
  )
  return why ? (
    <Tooltip label={why} multiline maw={360}>
      {badge}
    </Tooltip>
  ) : (
    badge
  )
}

export const STANCE_WORD: Readonly<Record<Stance, string>> = {
  asserts: 'asserts',
  denies: 'denies',
  cannotConfirm: "can't confirm",
  doubts: 'doubts',
  corrects: 'corrects',
}

const STANCE_COLOUR: Readonly<Record<Stance, string>> = {
  asserts: 'gray',
  corrects: 'ink',
  doubts: 'yellow',
  denies: 'red',
  cannotConfirm: 'orange',
}

export function StanceBadge({ stance }: { readonly stance: Stance }) {
  return (
    <Badge
      variant="light"
      color={STANCE_COLOUR[stance]}
      c={INK[STANCE_COLOUR[stance]]}
      tt="none"
      fw={550}
      size="sm"
      style={{ flexShrink: 0 }}
    >
      {STANCE_WORD[stance]}
    </Badge>
  )
}

export const MUTATION_WORD: Readonly<Record<MutationKind, string>> = {
  modalityEscalated: 'told as surer than it was',
  boundDropped: 'bound dropped',
  totalBecameIncrement: 'total became an addition',
  incrementBecameTotal: 'addition became a total',
  actorChanged: 'actor changed',
  unitChanged: 'unit or thing counted changed',
  figureChanged: 'figure changed',
  sourceUpgraded: 'source made more of',
  sourceLost: 'source lost',
  evidenceReattributed: 'evidence put on another',
  timeShifted: 'time shifted',
  negationLost: 'negation lost',
  placeChanged: 'place changed',
}

/** 12000 → "12,000": the same in every locale. */
export function grouped(value: number | null): string {
  if (value === null) return '–'
  const [whole = '', fraction] = String(value).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`
}

export function day(date: string | null): string {
  return date?.slice(0, 10) ?? 'date not given'
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}
