import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type { QuestionsAnswer, ReportsAnswer } from '../../src/desk/answers.ts'
import { launch, NO_BROWSER, ready, watched } from './browser.ts'

/**
 * Runs in the page: texts whose colour stands out from their ground by less than WCAG 2.2 asks at level AA (4.5 to 1, large text
 * 3 to 1), as "ratio text". Half-transparent grounds are laid over one another; pictures behind a text are not looked at.
 */
const FAINT = `(() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number)
    return colour.startsWith('color(srgb') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
  }
  const light = ([r, g, b]) => {
    const part = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
  }
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3]))
  const ground = (element) => {
    const layers = []
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor)
      if (colour[3] > 0) layers.push(colour)
      if (colour[3] === 1) break
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255])
  }
  const found = []
  const texts = document.createTreeWalker(document.querySelector('#desk'), NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement
    if (!text.data.trim() || !element.checkVisibility() || element.tagName === 'STYLE' || element.closest('.map')) continue
    const style = getComputedStyle(element)
    const below = ground(element)
    const drawn = element.namespaceURI.endsWith('svg') ? style.fill : style.color
    const [dark, bright] = [light(over(parse(drawn), below)), light(below)].sort((a, b) => a - b)
    const ratio = (bright + 0.05) / (dark + 0.05)
    const size = parseFloat(style.fontSize)
    if (ratio < (size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5))
      found.push(ratio.toFixed(2) + ' ' + text.data.trim().slice(0, 40))
  }
  return found
})()`

describe.skipIf(NO_BROWSER !== null)('what the desk writes', () => {
  let desk: OpenDesk
  let browser: Browser
  let paths: string[]
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openDesk('Sample', [SAMPLE]), launch()])
    const answer = async <T>(path: string): Promise<T> => (await (await fetch(desk.url + path)).json()) as T
    const { questions } = await answer<QuestionsAnswer>('/api/questions')
    const { reports } = await answer<ReportsAnswer>('/api/reports')
    const widest = questions.toSorted((a, b) => b.claims - a.claims)[0]?.id
    paths = ['/', '/questions', `/questions/${widest}`, '/changes', '/claims', '/reports', '/sources', '/sitrep', '/map']
    paths.push(`/reports/${reports[0]?.version}?claim=c1`)
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  it.each(['light', 'dark'] as const)('stands out from its ground in %s colours', async (colorScheme) => {
    const { page } = await watched(browser, desk.url, { colorScheme })
    for (const path of paths) {
      await ready(page, path)
      expect([path, await page.evaluate(FAINT)]).toEqual([path, []])
    }
    await page.close()
  })
})
