import { type Cell, hull, type SitrepCitation } from '../model/index.ts'
import type { ClaimIn } from './situation-view.ts'
import { type ClaimWhen, whenOf } from './when.ts'

/** A quotation longer than this is cut to the claimed words. */
const LONG = 420

/** Numbers citations in the order of first use; the same passage keeps its number. */
export class Citations {
  readonly #numbers = new Map<string, number>()
  readonly #list: SitrepCitation[] = []
  readonly #credibility: (claim: string) => string

  /** @param credibility of a claim in words, empty where nothing is known of it */
  constructor(credibility: (claim: string) => string = () => '') {
    this.#credibility = credibility
  }

  /** The number of the passage that a claim was read from: source, cue and content together. */
  claim(item: ClaimIn): number {
    const { claim, report } = item
    const cells: Cell[] = [...claim.content, ...claim.chain.flatMap((link) => [...link.source, ...link.cue])]
    const whole = hull(cells)
    const content = hull(claim.content)
    const span = whole !== null && whole.end - whole.start <= LONG ? whole : content
    if (span === null) throw new Error(`${item.id} has no content`)
    return this.#add(item, span.start, span.end, item.id, report, whenOf(claim, report.reading))
  }

  /** The number of any passage of a report. */
  passage(item: Pick<ClaimIn, 'report'>, start: number, end: number): number {
    return this.#add(item, start, end, null, item.report, null)
  }

  #add(
    _item: Pick<ClaimIn, 'report'>,
    start: number,
    end: number,
    claim: string | null,
    report: ClaimIn['report'],
    when: ClaimWhen | null,
  ): number {
    const key = `${report.version} ${start} ${end}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#list.length + 1
    this.#numbers.set(key, number)
    this.#list.push({
      number,
      claim,
      version: report.version,
      outlet: report.metadata.outlet,
      title: report.metadata.title,
      published: report.metadata.published,
      said: when?.said ?? null,
      event: when?.event ?? null,
      address: report.address,
      start,
      end,
      quotation: report.text.slice(start, end),
      credibility: claim === null ? '' : this.#credibility(claim),
    })
    return number
  }

  all(): readonly SitrepCitation[] {
    return this.#list
  }
}
