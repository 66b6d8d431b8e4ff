import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk } from '../../scripts/open-desk.ts'
import type { ReportsAnswer } from '../../src/desk/answers.ts'
import { launch, NO_BROWSER, ready, watched } from './browser.ts'

if (NO_BROWSER !== null) console.warn(`NOT RUN  hostile reports in a browser: ${NO_BROWSER}`)

const MARKUP = '<script>window.hurt=1</script><img src=x onerror="window.hurt=1"><svg onload="window.hurt=1"></svg>'
const RTL = '\u202egnp.exe\u202c and a zero\u200bwidth'
const TITLE = `Mayor ${MARKUP} resigns`

/** A report in JSON, so that nothing of it is taken for markup before it reaches the ledger. */
const REPORTS = [
  {
    id: '1',
    title: TITLE,
    outlet: `The ${MARKUP} \u202eGazette`,
    author: '"><script>window.hurt=1</script>',
    published: '2025-02-03',
    address: 'javascript:window.hurt=1',
    url: 'javascript:window.hurt=1',
    text: [
      `The ministry of ${MARKUP} floods said that 40 houses in Valencia were lost.`,
      `"The dam ${RTL} held," said Ana Ruiz ${MARKUP}, an engineer.`,
      'According to {{constructor.constructor("window.hurt=1")()}} the river rose by 3 metres.',
      `[Click](javascript:window.hurt=1) said the union of ${'<b>bakers</b>'.repeat(3)}.`,
    ].join('\n\n'),
  },
]

describe.skipIf(NO_BROWSER !== null)('hostile reports, in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sitrep-hostile-'))
  let desk: OpenDesk
  let browser: Browser
  let version: string
  beforeAll(async () => {
    writeFileSync(join(folder, 'reports.jsonl'), REPORTS.map((report) => JSON.stringify(report)).join('\n'))
    ;[desk, browser] = await Promise.all([openDesk(`Floods ${MARKUP}`, [folder]), launch()])
    const { reports } = (await (await fetch(`${desk.url}/api/reports`)).json()) as ReportsAnswer
    version = reports[0]?.version ?? ''
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('never makes markup, code or a way out of them, on any page', async () => {
    const { page, complaints, outside } = await watched(browser, desk.url)
    for (const path of [
      '/',
      '/questions',
      '/changes',
      '/claims',
      '/reports',
      `/reports/${version}`,
      '/sources',
      '/sitrep',
      '/map',
    ]) {
      await ready(page, path)
      expect([path, await page.evaluate('window.hurt')]).toEqual([path, undefined])
      const made = 'document.querySelectorAll("#main script, #main img[src=x], #main [onload], #main [onerror], #main b").length'
      expect([path, await page.evaluate(made)]).toEqual([path, 0])
      const ways = (await page.evaluate('[...document.querySelectorAll("a[href]")].map((a) => a.href)')) as string[]
      expect(ways.filter((way) => !way.startsWith(`${desk.url}/`))).toEqual([])
    }
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
    await page.close()
  })

  it('shows what was written as it was written', async () => {
    const { page } = await watched(browser, desk.url)
    await ready(page, `/reports/${version}`)
    expect(await page.locator('h1').textContent()).toBe(TITLE)
    expect(await page.locator('.report-text').textContent()).toContain(MARKUP)
    await page.close()
  })

  it('keeps an unclosed right-to-left override to itself: dates beside it still read forwards', async () => {
    const { page } = await watched(browser, desk.url)
    for (const path of ['/', '/claims', '/reports', `/reports/${version}`, '/sitrep']) {
      await ready(page, path)
      const forwards = (await page.evaluate(`(() => {
        const found = []
        const walker = document.createTreeWalker(document.querySelector('#main'), NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf('2025-02-03')
          if (at < 0) continue
          const left = (i) => { const range = document.createRange(); range.setStart(node, i); range.setEnd(node, i + 1); return range.getBoundingClientRect() }
          if (left(at).width > 0) found.push(left(at).left < left(at + 3).left)
        }
        return found
      })()`)) as boolean[]
      expect([path, forwards.length > 0, forwards.every(Boolean)]).toEqual([path, true, true])
    }
    await page.close()
  })

  it('makes a page of the SITREP without a script, and Markdown without a tag', async () => {
    const html = await (await fetch(`${desk.url}/api/sitrep?format=html&download=true`)).text()
    expect(html).not.toMatch(/<script|<img|<svg|onerror="|href="javascript/i)
    expect(html).toContain('&lt;script&gt;')
    const markdown = await (await fetch(`${desk.url}/api/sitrep?format=md`)).text()
    expect(markdown).not.toMatch(/(^|[^\\])<(script|img|svg)/m)
    expect(markdown).not.toMatch(/\]\(javascript:/)
  })

  it('finds nothing, and breaks nothing, for hostile words in a search', async () => {
    for (const text of ["'; drop table claim; --", '%', '_', '\\', '\u0000', MARKUP, '('.repeat(200)]) {
      const { status } = await fetch(`${desk.url}/api/claims?text=${encodeURIComponent(text)}`)
      expect([text, status < 500]).toEqual([text, true])
    }
  })
})
