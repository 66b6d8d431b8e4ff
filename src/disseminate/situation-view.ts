import type { Analysis, Claim, ReadReport, SituationInput, Source } from '../model/index.ts'

/** A claim with the report it stands in. */
export interface ClaimIn {
  readonly id: string
  readonly claim: Claim
  readonly report: ReadReport
}

/** What the writers of a SITREP look things up in. */
export interface SituationView {
  readonly reports: readonly ReadReport[]
  readonly claims: ReadonlyMap<string, ClaimIn>
  readonly sources: ReadonlyMap<string, Source>
  /** Claims that a mutation is flagged on: what they say may not be what was said. */
  readonly mutated: ReadonlySet<string>
  /** The resolved source that a claim's chain ends in; null when it states none. */
  originSource(claim: ClaimIn): Source | null
  /** Those between the carrier and the origin, as the text names them; one that is the origin itself under another name is left out. */
  relays(claim: ClaimIn): string[]
  /** Who says it, in words fit for a sentence. */
  speaker(claim: ClaimIn): string
  /** ISO date on which the report was published; null when it says none. */
  published(claim: ClaimIn): string | null
}

/** Lays a situation open. Reports come in the order of publication, then of their ids: arrival does not matter. */
export function viewSituation(input: SituationInput, analysis: Analysis): SituationView {
  const reports = [...input.reports].sort(
    (a, b) => compare(a.metadata.published ?? '9999', b.metadata.published ?? '9999') || compare(a.version, b.version),
  )
  const claims = new Map<string, ClaimIn>()
  for (const report of reports)
    for (const claim of report.reading.claims)
      claims.set(`${report.version}.${claim.id}`, { id: `${report.version}.${claim.id}`, claim, report })
  const sources = new Map(analysis.sources.map((source) => [source.id, source]))
  const originSource = (item: ClaimIn): Source | null => {
    const id = analysis.chains[item.id]?.at(-1)
    return id === null || id === undefined ? null : (sources.get(id) ?? null)
  }
  return {
    reports,
    claims,
    sources,
    mutated: new Set(analysis.mutations.map((mutation) => mutation.after)),
    originSource,
    relays: (item) => {
      const chain = analysis.chains[item.id] ?? []
      const origin = chain.at(-1)
      const links = item.claim.chain.slice(0, -1)
      const names = links.map((link, i) => {
        const id = chain[i] ?? null
        if (id !== null && id === origin) return ''
        const written = link.source
          .map((cell) => cell.text)
          .join(' ')
          .replace(/\s+/g, ' ')
        return POINTING.test(written) ? ((id === null ? undefined : sources.get(id)?.name) ?? '') : written
      })
      return [...new Set(names)].filter((name) => name !== '')
    },
    speaker: (item) => speakerOf(item, originSource(item)),
    published: ({ report }) => report.metadata.published?.slice(0, 10) ?? null,
  }
}

function speakerOf(item: ClaimIn, source: Source | null): string {
  const last = item.claim.chain.at(-1)
  const written =
    last?.source
      .map((cell) => cell.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim() ?? ''
  const outlet = item.report.metadata.outlet ?? 'a report whose outlet is not given'
  if (last === undefined) return `${outlet}, with no source stated,`
  if (last.source.length === 0 || last.speaker === 'unstated') return `${outlet}, with no source stated,`
  // An unnamed source is kept in the words of the report, and tied to it: elsewhere the same words may mean somebody else.
  if (last.speaker === 'anonymous') {
    const name = POINTING.test(written) && source !== null ? source.name : written
    return `${name}, unnamed, in ${outlet},`
  }
  return source === null ? written : withArticle(source)
}

/** A word that only points back at a name given before. */
const POINTING = /^(?:who|which|that|he|she|it|they|this|these|those)$/i

/** Bodies whose name is made of common words take an article in a sentence; people and outlets do not. */
function withArticle(source: Source): string {
  const { name, kind } = source
  if (kind === 'person' || kind === 'outlet' || /^(?:the|an?)\s/i.test(name) || /\p{L}['’]s?\s/u.test(name)) return name
  if (TAKES_ARTICLE.test(name)) return `the ${name}`
  return COMMON_HEAD.test(name.replace(/\s*\([^)]*\)$/, '')) ? `the ${name}` : name
}

/** Seats of power and unions that English names with an article. */
const TAKES_ARTICLE =
  /^(?:kremlin|pentagon|white house|vatican|holy see|taliban|bundestag|bundesrat|knesset|(?:state )?duma|rada|elysee|élysée|united (?:nations|states|kingdom|arab emirates)|european union|african union|netherlands|philippines|world bank|red cross|bank of \w+)$/i

const COMMON_HEAD =
  /\b(?:agency|army|authority|board|bureau|cabinet|centre|center|command|commission|committee|company|council|court|department|directorate|embassy|federation|force|forces|foundation|fund|government|group|guard|hospital|institute|institution|league|ministry|mission|navy|office|organisation|organization|parliament|party|police|police department|press service|secretariat|service|society|staff|state department|team|tribunal|union|university)$/i

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
