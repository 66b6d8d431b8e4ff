import type { PlaceEntry, PlaceRow, ReadReport, SituationInput, Toponym } from '../model/index.ts'
import type { Citations } from './citations.ts'
import { compare, type SituationView } from './situation-view.ts'

const MOST = 30

interface Grouped {
  readonly place: PlaceEntry | null
  readonly name: string
  readonly mentions: readonly { readonly report: ReadReport; readonly toponym: Toponym; readonly claims: readonly string[] }[]
}

/** Places as locations: governments meant by their capital and peoples named by an adjective are parties, not places. */
function groupPlaces(reports: readonly ReadReport[]): Grouped[] {
  const groups = new Map<string, { place: PlaceEntry | null; name: string; mentions: Grouped['mentions'][number][] }>()
  for (const report of reports) {
    for (const toponym of report.reading.places) {
      if (toponym.metonym || toponym.demonym) continue
      const written = toponym.cell.text.replace(/\s+/g, ' ')
      const key = toponym.place?.id ?? `? ${written.toLowerCase()}`
      const group = groups.get(key) ?? { place: toponym.place, name: toponym.place?.name ?? written, mentions: [] }
      const claims = report.reading.claims
        .filter((claim) => claim.places.includes(toponym.id))
        .map((claim) => `${report.version}.${claim.id}`)
      group.mentions.push({ report, toponym, claims })
      groups.set(key, group)
    }
  }
  return [...groups.values()].sort(
    (a, b) => claimsIn(b).length - claimsIn(a).length || b.mentions.length - a.mentions.length || compare(a.name, b.name),
  )
}

function claimsIn(group: Grouped): string[] {
  return [...new Set(group.mentions.flatMap((mention) => mention.claims))].sort(compare)
}

/** Mentions in a sentence that names a piece of evidence: where a thing was found or a picture taken. */
function ofEvidence(group: Grouped): readonly Grouped['mentions'][number][] {
  return group.mentions.filter(({ report, toponym }) => {
    const [start, end] = sentenceOf(report, toponym)
    return report.reading.evidence.some((item) => start <= item.cell.start && item.cell.end <= end)
  })
}

function sentenceOf(report: ReadReport, { cell }: Toponym): [number, number] {
  const sentence = report.reading.sentences.find((candidate) => candidate.start <= cell.start && cell.end <= candidate.end)
  return sentence ? [sentence.start, sentence.end] : [cell.start, cell.end]
}

/** Says plainly when a place was resolved from another spelling than the gazetteer's, or not at all. */
function noteOf(group: Grouped): string | null {
  const misspelt = [
    ...new Set(group.mentions.filter((m) => m.toponym.match === 'fuzzy').map((m) => `“${m.toponym.cell.text}”`)),
  ].sort(compare)
  if (group.place === null) return 'not in the gazetteer'
  return misspelt.length > 0 ? `resolved from ${misspelt.join(', ')}` : null
}

/** The SITREP's places: those that claims speak of, most spoken of first. */
export function placeRows(view: SituationView, citations: Citations): PlaceRow[] {
  return groupPlaces(view.reports)
    .filter(
      (group) =>
        (claimsIn(group).length > 0 || ofEvidence(group).length > 0) &&
        group.place?.kind !== 'country' &&
        group.place?.kind !== 'continent',
    )
    .slice(0, MOST)
    .map((group) => {
      const misspelt = group.mentions.find((mention) => mention.toponym.match === 'fuzzy')
      const items = claimsIn(group)
        .slice(0, 3)
        .map((id) => view.claims.get(id))
        .filter((item) => item !== undefined)
      return {
        name: group.name,
        asWritten: misspelt?.toponym.cell.text ?? null,
        kind: group.place?.kind ?? 'not known',
        latitude: group.place?.latitude ?? null,
        longitude: group.place?.longitude ?? null,
        precision: group.place?.precision ?? null,
        note: noteOf(group),
        citations: [
          ...new Set(
            items.length > 0
              ? items.map((item) => citations.claim(item))
              : ofEvidence(group)
                  .slice(0, 1)
                  .map(({ report, toponym }) => citations.passage({ report }, ...sentenceOf(report, toponym))),
          ),
        ],
      }
    })
}

/** A row of `sitrep places`. */
export interface PlaceLine {
  readonly id: string | null
  readonly name: string
  readonly kind: string | null
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly precision: string | null
  readonly mentions: number
  readonly claims: number
  readonly claimIds: readonly string[]
  readonly note: string | null
}

/** Every place of the situation, countries included, most claims first. */
export function placeTable(input: SituationInput): PlaceLine[] {
  const reports = [...input.reports].sort((a, b) => compare(a.version, b.version))
  return groupPlaces(reports).map((group) => ({
    id: group.place?.id ?? null,
    name: group.name,
    kind: group.place?.kind ?? null,
    country: group.place?.country ?? null,
    latitude: group.place?.latitude ?? null,
    longitude: group.place?.longitude ?? null,
    precision: group.place?.precision ?? null,
    mentions: group.mentions.length,
    claims: claimsIn(group).length,
    claimIds: claimsIn(group),
    note: noteOf(group),
  }))
}

/** Places with coordinates as a file that a map or a spreadsheet takes. */
export function placesAs(format: 'geojson' | 'kml' | 'csv', input: SituationInput): string {
  const rows = placeTable(input)
  if (format === 'csv') return csv(rows)
  const located = rows.filter((row) => row.latitude !== null && row.longitude !== null)
  return format === 'geojson' ? geojson(located) : kml(located)
}

function geojson(rows: readonly PlaceLine[]): string {
  const features = rows.map(({ latitude, longitude, ...properties }) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties,
  }))
  return `${JSON.stringify({ type: 'FeatureCollection', features }, null, 1)}\n`
}

function kml(rows: readonly PlaceLine[]): string {
  const marks = rows.map(
    (row) =>
      `  <Placemark>\n   <name>${xml(row.name)}</name>\n   <description>${xml(`${row.kind ?? 'place'}, known to the ${row.precision ?? 'point'}; ${row.claims} claims${row.note ? `; ${row.note}` : ''}`)}</description>\n   <Point><coordinates>${row.longitude},${row.latitude}</coordinates></Point>\n  </Placemark>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n <Document>\n${marks.join('\n')}\n </Document>\n</kml>\n`
}

function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

function csv(rows: readonly PlaceLine[]): string {
  const columns = ['id', 'name', 'kind', 'country', 'latitude', 'longitude', 'precision', 'mentions', 'claims', 'note'] as const
  return `${columns.join(',')}\r\n${rows.map((row) => columns.map((column) => csvCell(row[column])).join(',')).join('\r\n')}\r\n`
}

/** RFC 4180; a text that a spreadsheet would take for a formula is made harmless with an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
