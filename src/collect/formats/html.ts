import { Readability } from '@mozilla/readability'
import { decode } from '../decode.ts'
import type { Extract, Extracted, Hints } from '../extraction.ts'
import { clean, language, type Page, pageMetadata } from '../html-metadata.ts'
import { htmlText } from '../html-text.ts'
import { type PageDocument, parsePage } from '../page.ts'
import { Refusal } from '../refusal.ts'

export const HTML_EXTRACTOR = { name: 'html-readability', version: '2' } as const

/** Shorter than this, the main text that was found is doubted and the whole page's text is looked at too. */
const SHORT = 140

const MOST_ELEMENTS = 50_000

/** The main text of a web page, by Mozilla's Readability; the whole page's text where that finds nothing. */
export const extractHtml: Extract = async (bytes, hints) => {
  const declared = hints.charset ?? declaredIn(bytes)
  const { text: html, warnings } = decode(bytes, declared)
  return fromHtml(html, hints, warnings)
}

export function fromHtml(html: string, hints: Hints, warnings: readonly string[]): Extracted {
  try {
    const document = parsePage(html, hints.limits)
    const page = document as unknown as Page
    const metadata = pageMetadata(page, hints.url ?? undefined)
    const article = readable(document)
    const main = article?.content ? htmlText(article.content as unknown as Parameters<typeof htmlText>[0]) : ''
    const text = main.length >= SHORT ? main : longer(main, wholeText(html, hints))
    return {
      extractor: HTML_EXTRACTOR,
      text,
      metadata: {
        ...metadata,
        title: clean(article?.title) ?? metadata.title,
        author: metadata.author ?? clean(article?.byline),
        outlet: metadata.outlet ?? clean(article?.siteName),
        language: metadata.language ?? language(article?.lang),
      },
      warnings,
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof RangeError) throw new Refusal('malformed', 'its elements are nested too deep')
    throw new Refusal('malformed', `the page could not be taken apart: ${String((error as Error).message).slice(0, 160)}`)
  }
}

/** What Readability takes for the article; null on pages with more elements than it can weigh in reasonable time. */
function readable(document: PageDocument): ReturnType<Readability['parse']> {
  const subject = document as unknown as ConstructorParameters<typeof Readability>[0]
  if (document.getElementsByTagName('*').length > MOST_ELEMENTS) return null
  return new Readability(subject, { serializer: (node) => node as unknown as string }).parse()
}

function longer(main: string, whole: string): string {
  // A page of which a third or less was found as its main text is taken whole: better too much than the report lost.
  return main.length * 3 < whole.length ? whole : main
}

/** The text of all of a page but its furniture. */
function wholeText(html: string, hints: Hints): string {
  const document = parsePage(html, hints.limits)
  for (const element of document.querySelectorAll('nav, footer, aside, form, script, style, noscript, template')) element.remove()
  const body = document.querySelector('main, article') ?? document.body ?? document.documentElement
  return body === null ? '' : htmlText(body as unknown as Parameters<typeof htmlText>[0])
}

/** The charset that the page's own beginning declares: a meta element or an XML declaration. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const match =
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head) ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)
  return match?.[1] ?? null
}
