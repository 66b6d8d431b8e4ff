import type { Edit, Source, SourceSurface, SpeakerKind } from '../../model/index.ts'
import { digest } from '../digest.ts'
import { byCode } from '../order.ts'
import type { ReportView } from '../view.ts'
import { type Atom, atomsOf } from './atoms.ts'
import { holdingEdits } from './edits.ts'
import { surfaceKey } from './surface.ts'
import { atomKey, foundingKey, isScoped, unite } from './unite.ts'

/** A source with what the later steps ask of it. */
interface Resolved {
  readonly source: Source
  /** Unnamed in every report: "a military source". */
  readonly anonymous: boolean
  /** Known by a description in one report only ("the senator"): it may be anybody. */
  readonly scoped: boolean
  /** Countries that its names state. */
  readonly countries: readonly string[]
}

export interface Resolution {
  readonly sources: readonly Source[]
  readonly byId: ReadonlyMap<string, Resolved>
  /** Ledger id of a claim → ids of the sources of its chain, in the chain's order. */
  readonly chains: Readonly<Record<string, readonly (string | null)[]>>
  /** Surface key → the one source so named anywhere; a name that two sources share is not in it. */
  readonly byName: ReadonlyMap<string, string>
  /** `version|surface key` → the source so named in that report. */
  readonly inReport: ReadonlyMap<string, string>
}

/** One way a source is named in one report: the least that an edit can move. */
interface Piece {
  readonly atom: Atom
  readonly key: string
  readonly surface: string
  readonly mentions: number
  why: string
}

interface Draft {
  readonly id: string
  /** Every id under which an edit may know this source. */
  readonly known: Set<string>
  pieces: Piece[]
  readonly name: string
  readonly kind: SpeakerKind
  readonly anonymous: boolean
}

/**
 * Resolves the stated sources of all chains to one identity each, then applies the analyst's edits on top.
 * @param views in canonical order
 */
export function resolveSources(views: readonly ReportView[], edits: readonly Edit[]): Resolution {
  let drafts = draftsOf(views)
  for (const edit of holdingEdits(edits)) {
    if (edit.kind === 'mergeSources') drafts = merged(drafts, edit.keep, edit.merge)
    else if (edit.kind === 'splitSurface') drafts = split(drafts, edit.source, edit.surface)
  }
  return finished(views, drafts, gradesOf(drafts, edits))
}

/** The last grade that an analyst gave each source, by its id. */
function gradesOf(drafts: readonly Draft[], edits: readonly Edit[]): ReadonlyMap<string, NonNullable<Source['graded']>> {
  const grades = new Map<string, NonNullable<Source['graded']>>()
  for (const edit of holdingEdits(edits)) {
    const draft = edit.kind === 'gradeSource' ? find(drafts, edit.source) : undefined
    if (edit.kind === 'gradeSource' && draft) grades.set(draft.id, { reliability: edit.reliability, edit: edit.id })
  }
  return grades
}

function sourceId(key: string): string {
  return `s-${digest(key)}`
}

function draftsOf(views: readonly ReportView[]): Draft[] {
  const taken = new Set<string>()
  const drafts: Draft[] = []
  for (const group of unite(views.flatMap((view) => [...atomsOf(view)]))) {
    const [founder] = group.atoms
    if (!founder) continue
    let id = sourceId(foundingKey(group))
    if (taken.has(id)) id = sourceId(`${foundingKey(group)}|${founder.view.report.report}|${founder.links[0]?.claim}`)
    taken.add(id)
    const pieces: Piece[] = []
    const known = new Set([id])
    for (const atom of group.atoms) {
      known.add(sourceId(atomKey(atom)))
      const reason = group.why.get(atom)
      const main = surfaceKey(atom.name)
      for (const [key, value] of atom.surfaces) {
        const founding =
          atom.sort === 'unnamed'
            ? `unnamed; counted apart in each report (${atom.view.report.version})`
            : `first named so in ${atom.view.report.version}`
        const why = value.why !== null && key !== main ? value.why : (reason ?? value.why ?? founding)
        pieces.push({ atom, key, surface: value.surface, mentions: value.mentions, why })
      }
    }
    drafts.push({
      id,
      known,
      pieces,
      name: nameOf(group.atoms),
      kind: kindOf(group.atoms),
      anonymous: group.atoms.every((a) => a.sort === 'unnamed'),
    })
  }
  return drafts
}

/** The fullest name among the atoms, with the acronym when one was introduced. */
function nameOf(atoms: readonly Atom[]): string {
  const [founder] = atoms
  if (!founder) return ''
  if (founder.sort === 'unnamed') return founder.name
  if (founder.sort === 'person') {
    const names = atoms.flatMap((atom) => atom.persons.filter((person) => person.words.length > 1).map((person) => person.name))
    return commonest(names) ?? founder.name
  }
  const bodies = atoms.flatMap((atom) => atom.bodies)
  const acronym = bodies.find((body) => body.acronym !== null)?.acronym ?? null
  const proper = atoms.map((atom) => atom.name).filter((name) => !/^\p{Lu}[\p{Lu}.]+$/u.test(name.replace(/^the /u, '')))
  const best = proper.find((name) => /\p{Lu}\p{Ll}+\s(?:\p{L}+\s)*\p{Lu}\p{Ll}/u.test(name)) ?? proper[0] ?? founder.name
  const plain = best.replace(/^(?:the|an?)\s+/u, '')
  return acronym === null || plain.includes(acronym) ? plain : `${plain} (${acronym})`
}

function commonest(names: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || byCode(a[0], b[0]))[0]?.[0] ?? null
}

const KIND_ORDER: readonly SpeakerKind[] = [
  'outlet',
  'person',
  'body',
  'document',
  'image',
  'collective',
  'anonymous',
  'unstated',
]

function kindOf(atoms: readonly Atom[]): SpeakerKind {
  const counts = new Map<SpeakerKind, number>()
  for (const atom of atoms) counts.set(atom.kind, (counts.get(atom.kind) ?? 0) + atom.links.length)
  return [...counts].sort((a, b) => b[1] - a[1] || KIND_ORDER.indexOf(a[0]) - KIND_ORDER.indexOf(b[0]))[0]?.[0] ?? 'body'
}

function merged(drafts: readonly Draft[], keepId: string, mergeId: string): Draft[] {
  const keep = find(drafts, keepId)
  const from = find(drafts, mergeId)
  if (!keep || !from || keep === from) return [...drafts]
  const moved = from.pieces.map((piece) => ({ ...piece, why: 'merged by an analyst' }))
  const union: Draft = {
    ...keep,
    pieces: [...keep.pieces, ...moved],
    known: new Set([...keep.known, ...from.known]),
    anonymous: keep.anonymous && from.anonymous,
  }
  return drafts.flatMap((draft) => (draft === keep ? [union] : draft === from ? [] : [draft]))
}

function split(drafts: readonly Draft[], id: string, surface: string): Draft[] {
  const from = find(drafts, id)
  if (!from) return [...drafts]
  const key = surfaceKey(surface)
  const moved = from.pieces.filter((piece) => piece.key === key)
  const kept = from.pieces.filter((piece) => piece.key !== key)
  if (moved.length === 0 || kept.length === 0) return [...drafts]
  const apart: Draft = {
    id: sourceId(`split|${from.id}|${key}`),
    known: new Set([sourceId(`split|${from.id}|${key}`)]),
    pieces: moved.map((piece) => ({ ...piece, why: 'split off by an analyst' })),
    name: moved[0]?.surface ?? surface,
    kind: from.kind,
    anonymous: from.anonymous,
  }
  return drafts.flatMap((draft) => (draft === from ? [{ ...from, pieces: kept }, apart] : [draft]))
}

/** By its present id first, else by any id it would have had with other reports. */
function find(drafts: readonly Draft[], id: string): Draft | undefined {
  return drafts.find((draft) => draft.id === id) ?? drafts.find((draft) => draft.known.has(id))
}

function finished(
  views: readonly ReportView[],
  drafts: readonly Draft[],
  grades: ReadonlyMap<string, NonNullable<Source['graded']>>,
): Resolution {
  const chains: Record<string, (string | null)[]> = {}
  for (const view of views) for (const { id, claim } of view.claims) chains[id] = claim.chain.map(() => null)
  const byId = new Map<string, Resolved>()
  const byName = new Map<string, string>()
  const inReport = new Map<string, string>()
  const shared = new Set<string>()
  const call = (key: string, id: string): void => {
    const known = byName.get(key)
    if (known !== undefined && known !== id) shared.add(key)
    byName.set(key, known ?? id)
  }
  for (const draft of drafts) {
    const surfaces = new Map<string, { surface: string; mentions: number; why: string }>()
    const countries = new Set<string>()
    for (const piece of draft.pieces) {
      const known = surfaces.get(piece.key)
      if (known) known.mentions += piece.mentions
      else surfaces.set(piece.key, { surface: piece.surface, mentions: piece.mentions, why: piece.why })
      for (const link of piece.atom.links) {
        const chain = link.surface === piece.key ? chains[link.claim] : undefined
        if (chain) chain[link.index] = draft.id
      }
      for (const body of piece.atom.bodies) {
        for (const code of body.countries) countries.add(code)
        if (body.acronym === null) continue
        call(body.acronym.toLowerCase(), draft.id)
        inReport.set(`${piece.atom.view.report.version}|${body.acronym.toLowerCase()}`, draft.id)
      }
      inReport.set(`${piece.atom.view.report.version}|${piece.key}`, draft.id)
      if (!draft.anonymous) call(piece.key, draft.id)
    }
    const list: SourceSurface[] = [...surfaces.values()].sort((a, b) => b.mentions - a.mentions || byCode(a.surface, b.surface))
    const graded = grades.get(draft.id)
    const source: Source = { id: draft.id, name: draft.name, kind: draft.kind, surfaces: list, ...(graded ? { graded } : {}) }
    byId.set(draft.id, {
      source,
      anonymous: draft.anonymous,
      scoped: draft.anonymous || draft.pieces.every((piece) => isScoped(piece.atom)),
      countries: [...countries].sort(),
    })
    if (!draft.anonymous) call(surfaceKey(draft.name), draft.id)
  }
  for (const key of shared) byName.delete(key)
  const total = (source: Source): number => source.surfaces.reduce((sum, surface) => sum + surface.mentions, 0)
  const sources = [...byId.values()]
    .map((resolved) => resolved.source)
    .sort((a, b) => total(b) - total(a) || byCode(a.name, b.name) || byCode(a.id, b.id))
  return { sources, byId, chains, byName, inReport }
}
