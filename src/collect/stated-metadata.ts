import type { Metadata } from '../model/index.ts'
import { webAddress } from './address.ts'
import { clean, language } from './html-metadata.ts'
import { publishedDate } from './published.ts'

/** The keys under which front matter and JSON documents state each field, first that is there wins. */
const KEYS = {
  title: ['title', 'headline', 'subject'],
  outlet: ['outlet', 'publisher', 'source', 'site', 'site_name', 'newspaper', 'publication'],
  author: ['author', 'authors', 'byline', 'by', 'creator'],
  published: ['published', 'date', 'published_at', 'publishedAt', 'publish_date', 'datePublished', 'pubdate', 'dateCreated'],
  language: ['language', 'lang', 'locale'],
  canonical: ['url', 'canonical', 'link', 'address', 'sourceURL', 'source_url'],
  licence: ['licence', 'license', 'rights'],
} as const

/** What a document states of itself by keys. Only own, known keys are looked at. */
export function statedMetadata(stated: Readonly<Record<string, unknown>>): { metadata: Metadata; warnings: string[] } {
  const warnings: string[] = []
  const field = (keys: readonly string[]): string | null => {
    for (const key of keys) {
      if (!Object.hasOwn(stated, key)) continue
      const value = stated[key]
      if (typeof value === 'string' || typeof value === 'number') return clean(String(value))
      if (Array.isArray(value)) return clean(value.filter((item) => typeof item === 'string').join(', '))
      if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'name'))
        return clean(String((value as { name: unknown }).name))
    }
    return null
  }
  const date = field(KEYS.published)
  const published = publishedDate(date)
  if (date !== null && published === null) warnings.push(`its date "${date.slice(0, 40)}" can't be told for certain; left out`)
  const address = field(KEYS.canonical)
  const canonical = webAddress(address)
  if (address !== null && canonical === null) warnings.push(`its address "${address.slice(0, 60)}" is no web address; left out`)
  return {
    metadata: {
      title: field(KEYS.title),
      outlet: field(KEYS.outlet),
      author: field(KEYS.author),
      published,
      language: language(field(KEYS.language)),
      canonical,
      licence: field(KEYS.licence),
    },
    warnings,
  }
}
