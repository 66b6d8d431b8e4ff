import type { Cells, Claim, Reading } from '../../src/model/index.ts'

const quoted = (cells: Cells): string => `"${cells.map((cell) => cell.text.replace(/\s+/g, ' ')).join(' | ')}"`

/** One line a claim, as a person would note it: what the golden files hold. */
export function renderClaims(reading: Reading): string {
  return reading.claims.map((claim) => line(reading, claim)).join('\n')
}

function line(reading: Reading, claim: Claim): string {
  const parts: string[] = []
  if (claim.parent !== null) parts.push(`in ${claim.parent}`)
  const link = claim.rule === 'narrator' ? undefined : claim.chain.at(-1)
  if (link) {
    const above = claim.chain.slice(0, -1)
    if (above.length > 0)
      parts.push(`through ${above.map((each) => (each.source.length > 0 ? quoted(each.source) : each.speaker)).join(' ← ')}`)
    const name = reading.entities.find((entity) => entity.id === link.entity)?.name
    const written = link.source.map((cell) => cell.text).join(' | ')
    const known = name !== undefined && !written.includes(name) ? ` = ${name}` : ''
    parts.push(link.source.length > 0 ? `${link.speaker} ${quoted(link.source)}${known}` : `${link.speaker}${known}`)
    if (link.cue.length > 0) parts.push(`cue ${quoted(link.cue)}`)
  } else parts.push('narrator')
  parts.push(`content ${quoted(claim.content)}`)
  parts.push(claim.polarity === 'negated' ? `${claim.modality}, negated` : claim.modality)
  if (claim.modalityCues.length > 0) parts.push(`by ${quoted(claim.modalityCues)}`)
  if (claim.quotation === 'direct' || claim.quotation === 'mixed') parts.push(claim.quotation)
  if (claim.basis.length > 0) parts.push(`basis ${quoted(claim.basis)}`)
  for (const id of claim.evidence) {
    const item = reading.evidence.find((each) => each.id === id)
    if (item) parts.push(`${item.kind} "${item.cell.text}"`)
  }
  for (const agreement of claim.agreements)
    parts.push(`${agreement.kind} ${agreement.with ?? 'nothing found'} by "${agreement.cue.text}"`)
  return parts.join(' · ')
}
