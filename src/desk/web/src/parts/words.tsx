import { Badge, Tooltip } from '@mantine/core'
import type { Claim, Modality } from '../../../../model/index.ts'

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

export function ModalityBadge({ claim }: { readonly claim: Pick<Claim, 'modality' | 'polarity'> }) {
  const word = MODALITY_WORD[claim.modality]
  return (
    <Badge variant="light" color={MODALITY_COLOUR[claim.modality]} tt="none" fw={550} size="sm" style={{ flexShrink: 0 }}>
      {claim.polarity === 'negated' && claim.modality !== 'denied' ? `${word}, not` : word}
    </Badge>
  )
}

/** The number that the whole product is about. */
export function Origins({ count, why }: { readonly count: number; readonly why?: string }) {
  const badge = (
    <Badge
      variant={count >= 2 ? 'filled' : 'outline'}
      color={count >= 2 ? 'teal.8' : count === 1 ? 'gray' : 'orange.8'}
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
