import { byCode } from '../order.ts'
import { isContrast, isVagueTheme } from '../terms/nouns.ts'
import { knownAct } from '../terms/verbs.ts'
import { sentenceAt } from '../view.ts'
import type { Frame, Proposition } from './proposition.ts'

/** Propositions that answer one question, each with the reason it stands there. */
export interface Cluster {
  /** Key of the founding proposition: names the cluster however it grows. */
  readonly key: string
  readonly frame: Frame
  /** True when its words alone hold it together: no act with its parties, nothing counted. */
  readonly loose: boolean
  /** Keys of its members: what it would be named by, had another of them founded it. */
  readonly keys: readonly string[]
  readonly members: { readonly proposition: Proposition; readonly why: string }[]
}

/** A cluster in the making: propositions with the same act, theme, frame, parties and measure. */
interface Cell {
  readonly key: string
  readonly block: string
  readonly first: Proposition
  readonly members: { proposition: Proposition; why: string }[]
}

const SAME = 'same act, same parties, same frame of reference'

/**
 * Groups propositions into questions. Precision first: parties must agree side by side, a proposition that leaves a party
 * out joins only when one question alone fits, frames and roles of figures are never mixed.
 * Denials and cannot-confirms go to the question of what they deny, whatever its frame.
 * @param propositions in canonical order; the result does not depend on the order in which reports arrived
 */
export function clustersOf(propositions: readonly Proposition[]): readonly Cluster[] {
  const cells = new Map<string, Cell>()
  const loose: Proposition[] = []
  const answers: Proposition[] = []
  for (const proposition of propositions) {
    if (!isKeyed(proposition)) loose.push(proposition)
    else if (isAnswerToOthers(proposition)) answers.push(proposition)
    else put(cells, proposition, SAME)
  }
  const united = uniteCells(cells)
  const byAct = indexByAct(united)
  for (const proposition of answers) {
    const targets = targetsOf(proposition, byAct)
    if (targets.length === 0) {
      const cell = put(cells, proposition, SAME)
      if (cell.members.length === 1) {
        united.push(cell)
        const known = byAct.get(actKey(proposition))
        if (known) known.push(cell)
        else byAct.set(actKey(proposition), [cell])
      }
    }
    for (const cell of targets) cell.members.push({ proposition, why: answerWhy(proposition, cell.first) })
  }
  const own = loose.filter((p) => !follow(p, united) && (p.lemmas.length > 1 || p.figures.length > 0))
  uniteLoose(own, united)
  return united
    .map((cell) => ({
      key: foundingKey(cell),
      frame: cell.first.frame,
      loose: cell.block === '',
      keys: [...new Set([cell.key, ...cell.members.map(({ proposition }) => memberKey(proposition, cell.block === ''))])],
      members: oncePerClaim(cell.members),
    }))
    .filter((cluster) => cluster.members.some((member) => !member.proposition.secondary) || claimsIn(cluster.members) > 1)
}

/** The key of the member that came first, so that later reports do not rename the question. */
function foundingKey(cell: Cell): string {
  let first = cell.first
  for (const { proposition } of cell.members) {
    const { view, position } = proposition.claim
    if (view.index < first.claim.view.index || (view.index === first.claim.view.index && position < first.claim.position))
      first = proposition
  }
  return cell.block === '' ? cell.key : keyOf(first)
}

/** The key by which a proposition founds a question: by what it states, or by its words alone. */
export function memberKey(p: Proposition, loose: boolean): string {
  return loose ? `words|${p.frame}|${p.lemmas.join(' ')}` : keyOf(p)
}

function claimsIn(members: readonly { proposition: Proposition }[]): number {
  return new Set(members.map((member) => member.proposition.claim.id)).size
}

export function oncePerClaim(
  members: readonly { proposition: Proposition; why: string }[],
): { proposition: Proposition; why: string }[] {
  const seen = new Map<string, { proposition: Proposition; why: string }>()
  for (const member of members) {
    const { id } = member.proposition.claim
    const known = seen.get(id)
    if (!known) seen.set(id, member)
    else
      seen.set(id, {
        why: known.why,
        proposition: {
          ...known.proposition,
          figures: [...new Set([...known.proposition.figures, ...member.proposition.figures])],
        },
      })
  }
  return [...seen.values()]
}

/** Enough is known to compare it by meaning: an act with a party or theme, or a counted thing. */
function isKeyed(p: Proposition): boolean {
  if (p.figures.length > 0) return p.theme !== null || p.act !== null
  if (p.act === null || !knownAct(p.act)) return false
  return p.theme !== null ? partiesOf(p).length > 0 : p.doers.length > 0 && (p.goals.length > 0 || p.owners.length > 0)
}

function isAnswerToOthers(p: Proposition): boolean {
  return p.figures.length === 0 && p.stance !== 'asserts'
}

export function partiesOf(p: Proposition): readonly string[] {
  return [...new Set([...p.doers, ...p.owners, ...p.goals])].sort()
}

function blockOf(p: Proposition): string {
  return [p.act ?? '', p.theme ?? '', p.frame, p.role, p.measure ?? 'count'].join('|')
}

function keyOf(p: Proposition): string {
  const alone = isOfItsReport(p) ? p.claim.view.report.version : ''
  return [blockOf(p), p.doers.join(), p.owners.join(), p.goals.join(), p.modifiers.join(), p.day ?? '', alone].join('|')
}

/** True when nothing, or nothing but a country, says what is counted or where: another report may speak of something else. */
function isOfItsReport(p: Proposition): boolean {
  if (partiesOf(p).length === 0 || p.implied) return true
  if (p.act !== null || p.theme === null || p.modifiers.length > 0) return false
  return isVagueTheme(p.theme) && partiesOf(p).every((party) => /^[A-Z]{2}$/.test(party))
}

function put(cells: Map<string, Cell>, proposition: Proposition, why: string): Cell {
  const key = keyOf(proposition)
  const known = cells.get(key)
  if (known) {
    known.members.push({ proposition, why })
    return known
  }
  const cell: Cell = { key, block: blockOf(proposition), first: proposition, members: [{ proposition, why }] }
  cells.set(key, cell)
  return cell
}

/** Unites cells of one block whose parties agree where both state them; an ambiguous one stays alone. */
function uniteCells(cells: Map<string, Cell>): Cell[] {
  const blocks = new Map<string, Cell[]>()
  for (const cell of cells.values()) {
    const known = blocks.get(cell.block)
    if (known) known.push(cell)
    else blocks.set(cell.block, [cell])
  }
  const out: Cell[] = []
  for (const block of blocks.values()) out.push(...uniteBlock(block, cells))
  return out
}

function uniteBlock(block: readonly Cell[], cells: Map<string, Cell>): Cell[] {
  if (block.length === 1) return [...block]
  const byParty = new Map<string, Cell[]>()
  for (const cell of block) {
    for (const party of partiesOf(cell.first)) {
      const known = byParty.get(party)
      if (known) known.push(cell)
      else byParty.set(party, [cell])
    }
  }
  // The fullest first: those that state less look for the one that states more.
  const order = [...block].sort((a, b) => fullness(b.first) - fullness(a.first) || byCode(a.key, b.key))
  const into = new Map<Cell, Cell>()
  const rootOf = (cell: Cell): Cell => {
    let root = cell
    for (let next = into.get(root); next; next = into.get(root)) root = next
    return root
  }
  for (const cell of order) {
    const parties = partiesOf(cell.first)
    const near = new Set<Cell>()
    const [rarest] = [...parties].sort((a, b) => (byParty.get(a)?.length ?? 0) - (byParty.get(b)?.length ?? 0) || byCode(a, b))
    const pool = rarest === undefined ? [] : (byParty.get(rarest) ?? [])
    if (pool.length > 400) continue
    for (const other of pool) {
      if (other === cell || rootOf(other) === rootOf(cell)) continue
      if (fullness(other.first) < fullness(cell.first)) continue
      const root = rootOf(other)
      if (agree(cell.first, other.first) && agree(cell.first, root.first)) near.add(root)
    }
    const [only] = near
    if (only && near.size === 1) into.set(rootOf(cell), only)
  }
  const roots = new Set<Cell>()
  for (const cell of block) {
    const root = rootOf(cell)
    roots.add(root)
    if (root === cell) continue
    cells.set(cell.key, root)
    for (const { proposition } of cell.members) root.members.push({ proposition, why: looseWhy(proposition, root.first) })
  }
  return [...roots]
}

function fullness(p: Proposition): number {
  return (
    partiesOf(p).length * 4 +
    p.modifiers.length +
    (p.day === null ? 0 : 1) +
    (p.doers.length > 0 ? 2 : 0) +
    (p.figures.length > 0 ? 1 : 0)
  )
}

/** True when nothing that both state speaks against one question, and something that both state speaks for it. */
function agree(a: Proposition, b: Proposition): boolean {
  if (!sideAgrees(a.doers, b.doers) || !sideAgrees(a.owners, b.owners) || !sideAgrees(a.goals, b.goals)) return false
  // A toll of one place is no toll of two; a place that was only taken from around a claim must be the very one.
  if ((a.act === null || a.implied || b.implied) && a.goals.join() !== b.goals.join()) return false
  if ((isOfItsReport(a) || isOfItsReport(b)) && a.claim.view !== b.claim.view) return false
  const left = partiesOf(a)
  const right = partiesOf(b)
  const common = left.filter((party) => right.includes(party)).length
  if (common < Math.min(left.length, right.length)) return false
  if (!modifiersAgree(a, b)) return false
  // Two days apart are two happenings; one day may be a time zone.
  if (a.day !== null && b.day !== null && Math.abs(a.day - b.day) > 1) return false
  return common > 0
}

function sideAgrees(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true
  const smaller = a.length <= b.length ? a : b
  const larger = smaller === a ? b : a
  return smaller.every((party) => larger.includes(party))
}

function modifiersAgree(a: Proposition, b: Proposition): boolean {
  const onlyA = a.modifiers.filter((word) => !b.modifiers.includes(word))
  const onlyB = b.modifiers.filter((word) => !a.modifiers.includes(word))
  if (onlyA.length === 0 && onlyB.length === 0) return true
  if (onlyA.some(isContrast) || onlyB.some(isContrast)) return false
  return onlyA.length === 0 || onlyB.length === 0
}

function actKey(p: Proposition): string {
  return `${p.act ?? ''}|${p.theme ?? ''}`
}

function indexByAct(cells: readonly Cell[]): Map<string, Cell[]> {
  const index = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = actKey(cell.first)
    const known = index.get(key)
    if (known) known.push(cell)
    else index.set(key, [cell])
  }
  return index
}

const FRAME_ORDER: readonly Frame[] = ['done', 'ongoing', 'planned', 'possible']

/** The questions that a denial, doubt or cannot-confirm speaks to: its own frame if there is one, else the nearest. */
function targetsOf(p: Proposition, byAct: ReadonlyMap<string, readonly Cell[]>): readonly Cell[] {
  const fits = (byAct.get(actKey(p)) ?? []).filter(
    (cell) =>
      cell.first.role === 'whole' &&
      cell.first.claim.id !== p.claim.id &&
      agree(p, cell.first) &&
      cell.members.some((m) => m.proposition.stance === 'asserts'),
  )
  if (fits.length === 0) return []
  const happened = fits.filter((cell) => cell.first.frame === 'done' || cell.first.frame === 'ongoing')
  const own = fits.filter((cell) => cell.first.frame === p.frame)
  const denied = p.frame === 'done' || p.frame === 'ongoing' ? happened : own
  const chosen = denied.length > 0 ? denied : fits
  const frame = FRAME_ORDER.find((candidate) => chosen.some((cell) => cell.first.frame === candidate))
  const inFrame = denied.length > 0 && chosen === happened ? chosen : chosen.filter((cell) => cell.first.frame === frame)
  // Two questions of one frame that both fit: which is meant is not clear, unless one has the same parties exactly.
  const exact = inFrame.filter((cell) => partiesOf(cell.first).join() === partiesOf(p).join())
  if (exact.length > 0) return exact
  const frames = new Set(inFrame.map((cell) => cell.first.frame))
  return frames.size === inFrame.length ? inFrame : []
}

function answerWhy(p: Proposition, of: Proposition): string {
  const what =
    p.stance === 'denies'
      ? 'denies'
      : p.stance === 'cannotConfirm'
        ? 'says it cannot confirm'
        : p.stance === 'doubts'
          ? 'doubts'
          : 'corrects'
  const frame = p.frame === of.frame ? '' : `, though it speaks of it as ${FRAME_WORDS[p.frame]}`
  return `${what} what this question asks: same act${partiesOf(p).length > 0 ? ' and parties' : ''}${frame}`
}

const FRAME_WORDS: Readonly<Record<Frame, string>> = {
  done: 'done',
  ongoing: 'going on',
  planned: 'planned',
  possible: 'possible',
}

function looseWhy(p: Proposition, of: Proposition): string {
  const missing = partiesOf(of).filter((party) => !partiesOf(p).includes(party))
  return missing.length === 0
    ? 'same act and frame of reference, and parties that agree'
    : 'same act and frame of reference; it names fewer parties, and no other question fits'
}

const POINTS_BACK =
  /^(?:(?:the|these|those|such|all|any|both)\s)?(?:(?:media|press|news|recent|earlier|latest|foreign|western)\s)?(?:reports?|claims?|allegations?|accusations?|assertions?|suggestions?|rumou?rs?|stories|story|statements?)\b(?!\s(?:that|of|about|is|was|are|were)\b)/iu

/**
 * "The Kremlin dismissed the reports as fake news": a denial or the like that only points at what it speaks to goes where the
 * nearest answer of its own paragraph stands.
 */
function follow(p: Proposition, cells: readonly Cell[]): boolean {
  if (
    p.stance === 'asserts' ||
    p.figures.length > 0 ||
    !(POINTS_BACK.test(p.claim.text) || /^(?:it|this|that|them)$/iu.test(p.claim.text)) ||
    p.claim.text.length > 60
  )
    return false
  const [content] = p.claim.claim.content
  const { view } = p.claim
  const paragraph = content ? sentenceAt(view, content.start)?.paragraph : undefined
  let best: Cell | null = null
  let distance = 3
  for (const cell of cells) {
    if (cell.block === '') continue
    for (const { proposition } of cell.members) {
      const other = proposition.claim
      const [first] = other.claim.content
      if (other.view !== view || other === p.claim || !first || sentenceAt(view, first.start)?.paragraph !== paragraph) continue
      // What stands before is meant sooner than what follows.
      const away = Math.abs(other.position - p.claim.position) + (other.position > p.claim.position ? 0.5 : 0)
      if (away < distance) {
        best = cell
        distance = away
      }
    }
  }
  best?.members.push({ proposition: p, why: `speaks of “${p.claim.text.slice(0, 40)}”, which the same paragraph tells` })
  return best !== null
}

/** What could not be taken apart is grouped only when its words are nearly the same. */
function uniteLoose(loose: readonly Proposition[], out: Cell[]): void {
  const index = new Map<string, { cell: Cell; lemmas: ReadonlySet<string> }[]>()
  const counts = new Map<string, number>()
  for (const p of loose) for (const lemma of p.lemmas) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
  for (const p of loose) {
    const rare = [...p.lemmas].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || byCode(a, b)).slice(0, 3)
    let best: Cell | null = null
    let score = 0
    if (p.lemmas.length >= 4) {
      const seen = new Set<Cell>()
      for (const lemma of rare) {
        for (const { cell, lemmas } of (index.get(lemma) ?? []).slice(-40)) {
          if (seen.has(cell) || cell.first.frame !== p.frame) continue
          seen.add(cell)
          if (Math.min(p.lemmas.length, lemmas.size) < 0.4 * Math.max(p.lemmas.length, lemmas.size)) continue
          const common = p.lemmas.filter((word) => lemmas.has(word)).length
          const likeness = common / (p.lemmas.length + lemmas.size - common)
          if (
            likeness >= likenessNeeded(p, cell.first) &&
            likeness > score &&
            sameNumbers(p, cell.first) &&
            oppositionFits(p, cell.first)
          ) {
            best = cell
            score = likeness
          }
        }
      }
    }
    if (best) {
      best.members.push({ proposition: p, why: `nearly the same words (${Math.round(score * 100)} % shared)` })
      continue
    }
    const cell: Cell = {
      key: `words|${p.frame}|${p.lemmas.join(' ')}`,
      block: '',
      first: p,
      members: [{ proposition: p, why: 'asked by this claim' }],
    }
    out.push(cell)
    for (const lemma of rare) {
      const known = index.get(lemma)
      const entry = { cell, lemmas: new Set(p.lemmas) }
      if (known) known.push(entry)
      else index.set(lemma, [entry])
    }
  }
}

/** Fewer shared words are needed where act and theme are the same already, more where the words lean on their surroundings. */
function likenessNeeded(a: Proposition, b: Proposition): number {
  if (!standsAlone(a) || !standsAlone(b)) return 0.8
  return a.act !== null && a.act === b.act && a.theme === b.theme ? 0.45 : 0.6
}

/** True when the words name whom or what they are about; "its first case" needs the text around it. */
function standsAlone(p: Proposition): boolean {
  return (
    partiesOf(p).length > 0 &&
    !p.implied &&
    !/^(?:that\s)?(?:it|its|they|their|he|his|she|her|this|these|those)\b/iu.test(p.claim.text)
  )
}

/** Words alike with other numbers are other statements. */
function sameNumbers(a: Proposition, b: Proposition): boolean {
  const numbers = (p: Proposition): string => p.lemmas.filter((lemma) => /^\p{N}/u.test(lemma)).join()
  return numbers(a) === numbers(b)
}

function oppositionFits(a: Proposition, b: Proposition): boolean {
  return partiesOf(a).join() === partiesOf(b).join() || (!a.implied && !b.implied && sideAgrees(partiesOf(a), partiesOf(b)))
}
