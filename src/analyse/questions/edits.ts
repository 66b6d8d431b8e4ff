import type { Edit, QuestionClaims } from '../../model/index.ts'
import { byCode } from '../order.ts'
import { type Cluster, memberKey, oncePerClaim } from './group.ts'
import { type Group, questionId, splitId } from './ids.ts'
import type { Proposition } from './proposition.ts'

/** An edit that a later one took over, or that finds nothing to hold, and why. */
interface Overruled {
  readonly edit: string
  readonly why: string
}

/** What edits of questions make of the groups. */
interface Regrouped {
  readonly groups: readonly Group[]
  /** Another id that a question has had, or would have had → the id it has. */
  readonly formerIds: Readonly<Record<string, string>>
  readonly overruled: readonly Overruled[]
}

type Held = Exclude<Edit, { kind: 'undo' }>
type Of<K extends Edit['kind']> = Extract<Edit, { kind: K }>
type Member = Cluster['members'][number]

/** A group while edits are applied. */
interface Draft {
  readonly id: string
  cluster: Cluster
  name: string | null
  readonly edits: string[]
  /** The question that this one was split from, and by which edit. */
  readonly parted: { readonly from: Draft; readonly edit: string } | null
}

/** All that the edits work on. */
interface Board {
  readonly drafts: Draft[]
  /** Every id that leads to a draft, its own among them. */
  readonly known: Map<string, Draft>
  /** A question that was joined to another → that other. */
  readonly joined: Map<Draft, Draft>
  /** Claim → the last edit that said where it stands. */
  readonly placed: Map<string, { readonly edit: string; readonly target: Draft }>
  readonly propositions: readonly Proposition[]
  readonly told: Overruled[]
}

/**
 * Applies the analyst's edits to the groups that the claims make by themselves, in the order in which the edits were made: a
 * later one wins over an earlier one, and that is told. The groups are made of all reports first, so that a report that comes
 * later finds the edits as one that came before (0230-edits-of-questions).
 * @param propositions all of them: a pinned claim may stand in no group yet
 * @param edits those that hold, oldest first
 */
export function regroup(groups: readonly Group[], propositions: readonly Proposition[], edits: readonly Held[]): Regrouped {
  const board: Board = {
    drafts: groups.map((group) => ({ ...group, edits: [], parted: null })),
    known: new Map(),
    joined: new Map(),
    placed: new Map(),
    propositions,
    told: [],
  }
  for (const draft of board.drafts)
    for (const key of draft.cluster.keys) if (!board.known.has(questionId(key))) board.known.set(questionId(key), draft)
  for (const draft of board.drafts) board.known.set(draft.id, draft)
  for (const edit of edits) {
    const failed = apply(board, edit)
    if (failed !== null) tell(board, edit.id, failed)
  }
  const left = board.drafts.filter((draft) => draft.cluster.members.length > 0)
  const standing = new Set(left)
  const formerIds: Record<string, string> = {}
  for (const [id, draft] of [...board.known].sort(([a], [b]) => byCode(a, b))) {
    const last = latest(board, draft)
    if (last.id !== id && standing.has(last)) formerIds[id] = last.id
  }
  return { groups: left, formerIds, overruled: board.told }
}

/** Does what an edit says; why it can't, where it can't. */
function apply(board: Board, edit: Held): string | null {
  switch (edit.kind) {
    case 'renameQuestion':
      return rename(board, edit)
    case 'joinQuestions':
      return join(board, edit)
    case 'splitQuestion':
      return split(board, edit)
    case 'pinClaim':
      return pin(board, edit)
    case 'judgeQuestion':
      return find(board, edit.question, edit.members) === null ? nothingLeft(edit.question) : null
    default:
      return null
  }
}

function rename(board: Board, edit: Of<'renameQuestion'>): string | null {
  const draft = find(board, edit.question, edit.members)
  if (!draft) return nothingLeft(edit.question)
  draft.name = edit.name
  draft.edits.push(edit.id)
  return null
}

function join(board: Board, edit: Of<'joinQuestions'>): string | null {
  const keep = find(board, edit.keep, edit.members)
  const merge = find(board, edit.merge, edit.members)
  if (!keep || !merge) return nothingLeft(keep ? edit.merge : edit.keep)
  if (keep === merge) return `${edit.keep} and ${edit.merge} are one question already`
  for (const [part, whole] of [
    [keep, merge],
    [merge, keep],
  ] as const)
    if (part.parted?.from === whole) tell(board, part.parted.edit, `${edit.id}, made later, joins what it parted`)
  keep.cluster = {
    ...keep.cluster,
    loose: keep.cluster.loose && merge.cluster.loose,
    members: oncePerClaim([
      ...keep.cluster.members,
      ...merge.cluster.members.map((m) => ({ ...m, why: `joined by an analyst (${edit.id}); ${m.why}` })),
    ]),
  }
  keep.edits.push(...merge.edits.filter((id) => !keep.edits.includes(id)), edit.id)
  board.joined.set(merge, keep)
  board.drafts.splice(board.drafts.indexOf(merge), 1)
  return null
}

function split(board: Board, edit: Of<'splitQuestion'>): string | null {
  const draft = find(board, edit.question, edit.members)
  if (!draft) return nothingLeft(edit.question)
  const named = new Set(edit.claims)
  const going = goingWith(named, new Set(edit.members[edit.question] ?? []), draft, board)
  const first = draft.cluster.members.find((m) => named.has(idOf(m)))
  if (!first) return `none of its claims stands in ${edit.question}`
  if (going.length === draft.cluster.members.length) return `no other claim is left in ${edit.question}`
  const part: Draft = {
    id: splitId(edit.question, edit.claims),
    name: null,
    edits: [edit.id],
    parted: { from: draft, edit: edit.id },
    cluster: {
      ...draft.cluster,
      frame: first.proposition.frame,
      members: going.map((m) => ({
        ...m,
        why: named.has(idOf(m))
          ? `split off by an analyst (${edit.id})`
          : `says the same as a claim that an analyst split off (${edit.id})`,
      })),
    },
  }
  draft.cluster = { ...draft.cluster, members: draft.cluster.members.filter((m) => !going.includes(m)) }
  draft.edits.push(edit.id)
  for (const claim of named) {
    const by = board.placed.get(claim)
    if (by?.target === draft) tell(board, by.edit, `${edit.id}, made later, takes ${claim} out of that question`)
    board.placed.set(claim, { edit: edit.id, target: part })
  }
  board.drafts.push(part)
  board.known.set(part.id, part)
  return null
}

/**
 * The claims that a split names, and those that came after it and say the same as they do, not as those that stayed: in the same
 * words, else with the same figures, else by what is done to whom.
 */
function goingWith(named: ReadonlySet<string>, known: ReadonlySet<string>, draft: Draft, board: Board): readonly Member[] {
  const { members, loose } = draft.cluster
  const out = members.filter((m) => named.has(idOf(m))).map((m) => sayings(m, loose))
  const stayed = members.filter((m) => known.has(idOf(m)) && !named.has(idOf(m))).map((m) => sayings(m, loose))
  const follows = (m: Member): boolean => {
    for (const [i, saying] of sayings(m, loose).entries()) {
      const asOut = out.some((said) => said[i] === saying)
      if (asOut !== stayed.some((said) => said[i] === saying)) return asOut
    }
    return false
  }
  return members.filter((m) => named.has(idOf(m)) || (!known.has(idOf(m)) && !board.placed.has(idOf(m)) && follows(m)))
}

/** What a claim says, from the closest to the loosest sense of "the same". */
function sayings({ proposition: p }: Member, loose: boolean): readonly string[] {
  const key = memberKey(p, loose)
  const figures = p.figures.map(({ low, best, high }) => [low, best, high].join(' ')).sort(byCode)
  return [p.claim.text, `${key}|${figures.join('|')}`, key]
}

function pin(board: Board, edit: Of<'pinClaim'>): string | null {
  const target = find(board, edit.question, edit.members)
  if (!target) return nothingLeft(edit.question)
  const from = edit.from === null ? null : find(board, edit.from, edit.members)
  const taken = from === target ? undefined : from?.cluster.members.find((m) => idOf(m) === edit.claim)
  const standing = target.cluster.members.find((m) => idOf(m) === edit.claim)
  const proposition = standing?.proposition ?? taken?.proposition ?? answerOf(edit.claim, target, board.propositions)
  if (!proposition) return `${edit.claim} is not in the situation, is withdrawn, or another stands for it`
  const by = board.placed.get(edit.claim)
  if (by && by.target !== target && (by.target === from || edit.from === null))
    tell(board, by.edit, `${edit.id}, made later, holds ${edit.claim} in ${target.id}`)
  if (from && taken) {
    from.cluster = { ...from.cluster, members: from.cluster.members.filter((m) => m !== taken) }
    from.edits.push(edit.id)
  }
  target.cluster = {
    ...target.cluster,
    members: [...target.cluster.members.filter((m) => m !== standing), { proposition, why: `pinned by an analyst (${edit.id})` }],
  }
  target.edits.push(edit.id)
  board.placed.set(edit.claim, { edit: edit.id, target })
  return null
}

/** What a claim says that fits a question best: counted alike, else its main statement. */
function answerOf(claim: string, target: Draft, propositions: readonly Proposition[]): Proposition | undefined {
  const measure = target.cluster.members.find((m) => m.proposition.measure !== null)?.proposition.measure
  const own = propositions.filter((p) => p.claim.id === claim)
  return own.find((p) => p.measure === measure) ?? own.find((p) => !p.secondary) ?? own[0]
}

/** The question that an id leads to; where its claims found no such question since, the one that holds most of them. */
function find(board: Board, id: string, members: QuestionClaims): Draft | null {
  const known = board.known.get(id)
  if (known) return latest(board, known)
  const wanted = new Set(Object.hasOwn(members, id) ? members[id] : [])
  let best: Draft | null = null
  let most = 0
  for (const draft of board.drafts) {
    const common = draft.cluster.members.filter((m) => wanted.has(idOf(m))).length
    if (common > most) {
      best = draft
      most = common
    }
  }
  if (best) board.known.set(id, best)
  return best
}

function latest(board: Board, draft: Draft): Draft {
  let last = draft
  for (let next = board.joined.get(last); next; next = board.joined.get(last)) last = next
  return last
}

function idOf(member: Member): string {
  return member.proposition.claim.id
}

function nothingLeft(question: string): string {
  return `no claim of ${question} is left in the situation`
}

function tell(board: Board, edit: string, why: string): void {
  if (!board.told.some((item) => item.edit === edit && item.why === why)) board.told.push({ edit, why })
}
