const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&#58;': ':',
  '&#46;': '.',
  '&#64;': '@',
}

/** The SITREP's Markdown as a person reads it in a terminal, where nothing renders it: without the marks that keep text from being markup. */
export function forEyes(markdown: string): string {
  return markdown
    .replace(/\\([\\`*_[\]#|~!$^{}+=.)-])/g, '$1')
    .replace(/&(?:lt|gt|amp|#58|#46|#64);/g, (entity) => ENTITIES[entity] ?? entity)
}
