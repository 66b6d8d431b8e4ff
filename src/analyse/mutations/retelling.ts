import { surfaceKey } from '../sources/surface.ts'
import { type ClaimView, joined } from '../view.ts'
import { type Ground, tie } from './related.ts'

/** So many words in one run, numbers and days masked, no two writers find by chance. */
const RUN = 8
/** A shorter one than this must be most of the shorter text. */
const LONG_RUN = 12
const MOST_OF_IT = 0.7
const LONGEST = 80
const MONTH_OR_DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|tomorrow)$/
const NUMBER =
  /\d|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|million|billion)$/

/**
 * How the later claim is shown to be a retelling of that very statement, not news: the outlet of the earlier is cited, the earlier's words are
 * used, or one source is told to have said it on one day. Null when none is shown: a source may say something else another day.
 */
export function retells(before: ClaimView, after: ClaimView, ground: Ground): string | null {
  const outlet = before.view.report.metadata.outlet
  const cited = outlet === null ? undefined : ground.resolution.byName.get(surfaceKey(outlet))
  if (cited !== undefined && (ground.resolution.chains[after.id] ?? []).includes(cited)) return `the later one cites ${outlet}`
  const [said, again] = [saidDay(before), saidDay(after)]
  if ((said !== null && again !== null && said !== again) || tellsNews(before, after)) return null
  const common = tie(before, after, ground)
  // Two sources that use the same words are two, or one has them from the other: which cannot be told
  if (speaks(before) && speaks(after) && !shareSource(before, after, ground)) return null
  const run = sharedRun(masked(before.text), masked(after.text))
  if (run !== null) return `the later one uses the earlier’s words, “${run}”`
  return said !== null && said === again && common !== null ? `${common}, said on one day` : null
}

/** Words that make a statement a new one: "again", "another", "has now". */
const NEWS =
  /\b(?:again|another|further|more|additional|additionally|second|third|now|since then|so far|risen|rose|rising|revised|updated|new|later|still)\b/i

function tellsNews(before: ClaimView, after: ClaimView): boolean {
  return NEWS.test(after.text) && !NEWS.test(before.text)
}

/** True where a source is stated that is not kept unnamed. */
function speaks({ claim }: ClaimView): boolean {
  const last = claim.chain.at(-1)
  return last !== undefined && last.source.length > 0 && last.speaker !== 'anonymous'
}

function shareSource(a: ClaimView, b: ClaimView, { resolution }: Ground): boolean {
  const words = (claim: ClaimView): string => joined(claim.claim.chain.at(-1)?.source ?? []).toLowerCase()
  if (words(a) === words(b)) return true
  const others = resolution.chains[b.id] ?? []
  return (resolution.chains[a.id] ?? []).some((id) => id !== null && others.includes(id))
}

/** True where the last of those a claim rests on is somebody that is known. */
export function isNamed(claim: ClaimView, ground: Ground): boolean {
  const id = ground.resolution.chains[claim.id]?.at(-1)
  return id != null && ground.resolution.byId.get(id)?.anonymous === false
}

/** The day on which a claim was said; null when the text does not tell one. */
function saidDay({ claim, view }: ClaimView): string | null {
  const time = claim.said === null ? undefined : view.times.get(claim.said)
  return time?.granularity === 'day' ? time.earliest : null
}

function masked(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}%’'-]+/u)
    .filter((word) => word !== '')
    .slice(0, LONGEST)
    .map((word) => (NUMBER.test(word) ? '#' : MONTH_OR_DAY.test(word) ? '@' : word))
}

/** The longest run of words that both have, where it is long enough to tell. */
function sharedRun(a: readonly string[], b: readonly string[]): string | null {
  let best = 0
  let end = 0
  let above = new Uint16Array(b.length + 1)
  for (const word of a) {
    const row = new Uint16Array(b.length + 1)
    for (let j = 0; j < b.length; j++) {
      if (b[j] !== word) continue
      row[j + 1] = above[j]! + 1
      if (row[j + 1]! > best) {
        best = row[j + 1]!
        end = j + 1
      }
    }
    above = row
  }
  if (best < RUN || (best < LONG_RUN && best < MOST_OF_IT * Math.min(a.length, b.length))) return null
  return b
    .slice(end - best, end)
    .join(' ')
    .replace(/#/g, '…')
    .replace(/@/g, '…')
}
