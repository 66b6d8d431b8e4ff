import type { Metadata } from '../model/index.ts'
import { webAddress } from './address.ts'
import { publishedDate } from './published.ts'

interface Attributed {
  getAttribute(name: string): string | null
  readonly textContent: string | null
}

/** The parts of a document that metadata is read from. */
export interface Page {
  querySelector(selector: string): Attributed | null
  querySelectorAll(selector: string): Iterable<Attributed>
}

type Json = { readonly [key: string]: unknown }

const ARTICLE = /Article|NewsArticle|Report|BlogPosting|LiveBlog|AnalysisNews|Posting/

/**
 * What a page says of itself: JSON-LD first (it is made for machines), then OpenGraph and other meta elements, then `time`
 * and `link`. What no part of it says stays null.
 * @param base the address that the page was fetched from, for relative links
 */
export function pageMetadata(page: Page, base: string | undefined): Metadata {
  const article = linkedData(page)
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
        const value = clean(page.querySelector(`meta[${attribute}="${name}" i]`)?.getAttribute('content'))
        if (value !== null) return value
      }
    }
    return null
  }
  const published =
    publishedDate(text(article?.datePublished)) ??
    publishedDate(
      meta(
        'article:published_time',
        'datePublished',
        'parsely-pub-date',
        'publish-date',
        'pubdate',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.created',
        'sailthru.date',
        'og:published_time',
      ),
    ) ??
    publishedDate(
      page
        .querySelector(
          'time[itemprop="datePublished"], time[pubdate], article time[datetime], header time[datetime], main time[datetime]',
        )
        ?.getAttribute('datetime'),
    )
  return {
    title:
      clean(text(article?.headline)) ??
      meta('og:title', 'twitter:title', 'dc.title', 'parsely-title') ??
      clean(page.querySelector('title')?.textContent),
    outlet: clean(names(article?.publisher)) ?? meta('og:site_name', 'application-name', 'dc.publisher', 'publisher'),
    author:
      clean(names(article?.author)) ??
      notAddress(meta('author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl')),
    published,
    language: language(
      text(article?.inLanguage) ?? page.querySelector('html')?.getAttribute('lang') ?? meta('content-language', 'og:locale'),
    ),
    canonical:
      webAddress(page.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), base) ??
      webAddress(meta('og:url'), base) ??
      webAddress(text(article?.url), base),
    licence: clean(page.querySelector('a[rel~="license"], link[rel~="license"]')?.getAttribute('href')),
  }
}

/** The first object of an article's type in the page's JSON-LD, looked for through arrays and `@graph`. */
function linkedData(page: Page): Json | null {
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    const source = script.textContent ?? ''
    if (source.length > 500_000) continue
    let parsed: unknown
    try {
      parsed = JSON.parse(source.replace(/^\s*<!--|-->\s*$/g, ''))
    } catch {
      continue
    }
    const queue: unknown[] = [parsed]
    for (let i = 0; i < queue.length && i < 500; i++) {
      const item = queue[i]
      if (Array.isArray(item)) queue.push(...item.slice(0, 200))
      else if (isObject(item)) {
        const types = [item['@type']].flat().map(String)
        if (types.some((type) => ARTICLE.test(type))) return item
        if (item['@graph'] !== undefined) queue.push(item['@graph'])
        if (isObject(item.mainEntity)) queue.push(item.mainEntity)
      }
    }
  }
  return null
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function text(value: unknown): string | null {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return text(value[0])
  if (isObject(value)) return text(value.name ?? value['@value'] ?? value.alternateName)
  return null
}

function names(value: unknown): string | null {
  const all = [value]
    .flat()
    .map(text)
    .filter((name) => name !== null && !/^https?:/i.test(name))
  return all.length === 0 ? null : [...new Set(all)].join(', ')
}

function notAddress(value: string | null): string | null {
  return value !== null && /^https?:/i.test(value) ? null : value
}

/** One line without markup's leftovers; null when nothing is left. */
export function clean(value: string | null | undefined): string | null {
  const line = (value ?? '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
  return line === '' ? null : line.slice(0, 500)
}

/** The primary subtag of a BCP 47 tag or a locale: `en_GB` → `en`. */
export function language(value: string | null | undefined): string | null {
  const match = /^([a-z]{2,3})(?:[-_]|$)/i.exec((value ?? '').trim())
  return match?.[1]?.toLowerCase() ?? null
}
