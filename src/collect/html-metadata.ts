import type { Metadata } from '../model/index.ts'
import { webAddress } from './address.ts'
import { jsonDepth } from './nesting.ts'
import { publishedDate } from './published.ts'
import { withoutInvisible } from './working-text.ts'

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

/**
 * The first object of an article's type in the page's JSON-LD, looked for through arrays, `@graph` and `mainEntity`; without
 * one, the page object that carries a date. References by `@id` to other objects of the page are followed.
 */
function linkedData(page: Page): Json | null {
  const objects: Json[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json" i]')) {
    const queue: unknown[] = [looseJson(script.textContent ?? '')]
    for (let i = 0; i < queue.length && i < 500; i++) {
      const item = queue[i]
      if (Array.isArray(item)) queue.push(...item.slice(0, 200))
      else if (isObject(item)) {
        objects.push(item)
        queue.push(item['@graph'], item.mainEntity)
      }
    }
  }
  const is = (object: Json, kind: RegExp): boolean => [object['@type']].flat().some((type) => kind.test(String(type)))
  const found =
    objects.find((object) => is(object, ARTICLE)) ??
    objects.find((object) => is(object, /^(?:https?:\/\/schema\.org\/)?\w*Page$/) && typeof object.datePublished === 'string')
  if (found === undefined) return null
  const named = new Map(objects.map((object) => [object['@id'], object]))
  const whole = (value: unknown): unknown =>
    isObject(value) && value.name === undefined ? (named.get(value['@id']) ?? value) : value
  const article: Record<string, unknown> = { ...found }
  for (const key of ['author', 'publisher']) {
    const value = found[key]
    article[key] = Array.isArray(value) ? value.slice(0, 50).map(whole) : whole(value)
  }
  return article
}

/** JSON as pages really hold it: in a comment or CDATA, with line ends inside strings, with a semicolon after it. */
function looseJson(source: string): unknown {
  if (source.length > 500_000 || jsonDepth(source, 200) > 200) return null
  const bare = source
    .trim()
    .replace(/^(?:\/\*|\/\/)?\s*(?:<!--|<!\[CDATA\[)(?:\s*\*\/)?/, '')
    .replace(/(?:\/\*|\/\/)?\s*(?:-->|\]\]>)(?:\s*\*\/)?$/, '')
    .replace(/;\s*$/, '')
  for (const attempt of [bare, bare.replace(/[\u0000-\u001f]+/g, ' ')]) {
    try {
      return JSON.parse(attempt)
    } catch {
      // Try the looser form, then go without.
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

/** One line without markup's leftovers, at most 500 characters; null when nothing is left. */
export function clean(value: string | null | undefined): string | null {
  const line = withoutInvisible((value ?? '').toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f]/g, ' '))
    .text.replace(/\s+/g, ' ')
    .trim()
  // A cut through a pair of surrogates would leave half a character.
  const cut =
    line.length > 500
      ? line
          .slice(0, 500)
          .replace(/[\ud800-\udbff]$/, '')
          .trim()
      : line
  return cut === '' ? null : cut
}

/** The primary subtag of a BCP 47 tag or a locale: `en_GB` → `en`. */
export function language(value: string | null | undefined): string | null {
  const match = /^([a-z]{2,3})(?:[-_]|$)/i.exec((value ?? '').trim())
  return match?.[1]?.toLowerCase() ?? null
}
