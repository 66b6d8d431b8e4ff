import { type Draft, draftByRules } from '../../src/read/attribution/index.ts'
import { cueFeatures, MOST_CUE_FEATURES, mayCue } from '../../src/read/attribution/learned/cue-features.ts'
import { type Marks, markWords } from '../../src/read/attribution/learned/marks.ts'
import {
  MOST_ROLE_FEATURES,
  MOST_STEP_FEATURES,
  PRIOR_CUE,
  ROLE,
  roleFeatures,
  settingOf,
  stepFeatures,
} from '../../src/read/attribution/learned/role-features.ts'
import { layOpen, type Page } from '../../src/read/grammar/page.ts'
import type { Syntax } from '../../src/read/syntax/index.ts'

type Spans = readonly (readonly [number, number])[]

export interface Taught {
  readonly id: string
  readonly text: string
  readonly attributions: readonly { readonly source: Spans; readonly cue: Spans; readonly content: Spans }[]
}

/** Questions with their answers: features laid end to end, where each word's begin, and what is right. */
export interface CueLesson {
  readonly features: Int32Array
  readonly starts: Int32Array
  readonly right: Uint8Array
  /** What is known before any weight: log-odds. */
  readonly prior: Float32Array
}

export interface RoleLesson {
  readonly words: Int32Array
  readonly wordStarts: Int32Array
  readonly steps: Int32Array
  readonly stepStarts: Int32Array
  /** The rules' role of each word, 4 where they have none. */
  readonly ruled: Uint8Array
  readonly right: Uint8Array
}

export interface Laid {
  readonly page: Page
  readonly drafts: readonly Draft[]
  readonly marks: Marks
}

export function layOut(syntax: Syntax, text: string): Laid {
  const { tokens, sentences } = syntax(text)
  const page = layOpen(text, tokens, sentences)
  const drafts = draftByRules(page)
  return { page, drafts, marks: markWords(page, drafts) }
}

/** What a document teaches: for each word whether it heads a cue, and for each cue the roles of the words around. */
export function lessonsOf(
  { page, drafts, marks }: Laid,
  document: Taught,
  known: ReadonlySet<number>,
): { cues: CueLesson; roles: RoleLesson[] } {
  const tree = page.tree
  if (!tree) throw new Error(`${document.id}: no parse`)
  const heads = new Uint8Array(page.tokens.length)
  const roles: RoleLesson[] = []
  const room = new Int32Array(Math.max(MOST_CUE_FEATURES, MOST_ROLE_FEATURES, MOST_STEP_FEATURES))
  for (const item of document.attributions) {
    const cue = tokensOf(page, item.cue)
    const head = headOf(page, cue)
    if (head < 0) continue
    heads[head] = 1
    const setting = settingOf(page, tree, marks, drafts, head)
    const { first, end } = setting.range
    const right = new Uint8Array(end - first)
    const put = (list: readonly number[], role: number): void => {
      for (const i of list) if (i >= first && i < end) right[i - first] = role
    }
    put(tokensOf(page, item.content), ROLE.content)
    put(tokensOf(page, item.source), ROLE.source)
    put(cue, ROLE.cue)
    const words: number[] = []
    const wordStarts: number[] = []
    const steps: number[] = []
    const stepStarts: number[] = []
    for (let i = first; i < end; i++) {
      wordStarts.push(words.length)
      const n = roleFeatures(page, tree, marks, setting, i, room)
      for (let k = 0; k < n; k++) words.push(room[k]!)
      stepStarts.push(steps.length)
      const m = i > first ? stepFeatures(page, marks, setting, i, room) : 0
      for (let k = 0; k < m; k++) steps.push(room[k]!)
    }
    wordStarts.push(words.length)
    stepStarts.push(steps.length)
    roles.push({
      words: Int32Array.from(words),
      wordStarts: Int32Array.from(wordStarts),
      steps: Int32Array.from(steps),
      stepStarts: Int32Array.from(stepStarts),
      ruled: setting.ruled,
      right,
    })
  }
  const features: number[] = []
  const starts: number[] = []
  const right: number[] = []
  const prior: number[] = []
  for (let i = 0; i < page.tokens.length; i++) {
    if (!mayCue(marks, i, known)) continue
    starts.push(features.length)
    const n = cueFeatures(page, tree, marks, drafts, i, room)
    for (let k = 0; k < n; k++) features.push(room[k]!)
    right.push(heads[i]!)
    prior.push(marks.draftOf[i]! >= 0 ? PRIOR_CUE : 0)
  }
  starts.push(features.length)
  return {
    cues: {
      features: Int32Array.from(features),
      starts: Int32Array.from(starts),
      right: Uint8Array.from(right),
      prior: Float32Array.from(prior),
    },
    roles,
  }
}

/** Tokens that a list of character spans touches, ascending. */
export function tokensOf(page: Page, spans: Spans): number[] {
  const out: number[] = []
  for (const [start, end] of spans) {
    let low = 0
    let high = page.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (page.tokens[middle]!.end <= start) low = middle + 1
      else high = middle
    }
    for (let i = low; i < page.tokens.length && page.tokens[i]!.start < end; i++) out.push(i)
  }
  return [...new Set(out)].sort((a, b) => a - b)
}

/** The word of a cue that its other words hang on: a verb before a noun before the rest. */
export function headOf(page: Page, cue: readonly number[]): number {
  let best = -1
  let rank = -1
  for (const i of cue) {
    const { upos } = page.tokens[i]!
    const group = page.verbOf[i]!
    const main = group >= 0 && page.verbs[group]!.head === i
    const outside = !cue.includes(page.tree!.head[i]!)
    const score =
      (outside ? 4 : 0) +
      (upos === 'VERB' ? 3 : upos === 'NOUN' ? 2 : upos === 'PUNCT' || upos === 'AUX' ? 0 : 1) +
      (main ? 1 : 0)
    if (score > rank) {
      best = i
      rank = score
    }
  }
  return best
}

/** Lemmas that head cues and are neither verbs nor in the lexicon: asked about from then on. */
export function knownHeads(laid: readonly Laid[], documents: readonly Taught[]): Set<number> {
  const known = new Set<number>()
  laid.forEach(({ page, marks }, k) => {
    for (const item of documents[k]!.attributions) {
      const head = headOf(page, tokensOf(page, item.cue))
      if (head >= 0 && !mayCue(marks, head, known)) known.add(marks.lemma[head]!)
    }
  })
  return known
}
