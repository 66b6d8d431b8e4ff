import type { Sitrep } from '../model/index.ts'

export { checkSitrep } from './check.ts'
export { toHtml } from './html.ts'
export { toMarkdown } from './markdown.ts'
export { placesAs, placeTable } from './places.ts'
export { type SitrepOptions, sitrep } from './sitrep.ts'

/** The SITREP as JSON: what the other forms are written from. */
export function toJson(document: Sitrep): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
