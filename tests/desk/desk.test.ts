import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type { ClaimsAnswer, QuestionsAnswer, ReportAnswer } from '../../src/desk/answers.ts'
import type { ClaimRow } from '../../src/ledger/ledger.ts'
import type { Sitrep } from '../../src/model/index.ts'
import { launch, NO_BROWSER, ready, watched } from './browser.ts'

if (NO_BROWSER !== null) console.warn(`NOT RUN  the desk in a browser: ${NO_BROWSER}`)

describe.skipIf(NO_BROWSER !== null)('the desk on the sample situation, in a browser', () => {
  let desk: OpenDesk
  let browser: Browser
  let claims: readonly ClaimRow[]
  let question: string
  /** An attributed claim in the report that has the most of them. */
  let shown: ClaimRow
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([openDesk('Sample', [SAMPLE]), launch()])
    claims = (await answer<ClaimsAnswer>('/api/claims?limit=500')).claims
    const attributed = claims.filter((row) => row.claim.chain.length > 0)
    const size = (version: string): number => attributed.filter((row) => row.version === version).length
    shown = attributed.toSorted((a, b) => size(b.version) - size(a.version))[0] as ClaimRow
    question = (await answer<QuestionsAnswer>('/api/questions')).questions.toSorted((a, b) => b.claims - a.claims)[0]?.id ?? ''
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })
  const answer = async <T>(path: string): Promise<T> => (await (await fetch(desk.url + path)).json()) as T
  const paths = (): string[] => [
    '/',
    '/questions',
    `/questions/${question}`,
    '/claims',
    '/reports',
    `/reports/${shown.version}?claim=${shown.claim.id}`,
    '/sources',
    '/sitrep',
    '/changes',
    '/map',
    '/no-such-page',
  ]
  /** The text that is marked as the chosen claim, without line breaks. */
  const lit = async (page: Page, mark = '.mark.chosen'): Promise<string> =>
    (await page.locator(mark).allTextContents()).join('').replaceAll('\n', '')
  const words = (row: ClaimRow): string[] => [
    ...row.claim.content.map((cell) => cell.text.replaceAll('\n', '')),
    ...row.claim.chain.flatMap((link) => [...link.source, ...link.cue].map((cell) => cell.text.replaceAll('\n', ''))),
  ]

  it('shows every page without a complaint and without asking anybody outside', async () => {
    const { page, complaints, outside } = await watched(browser, desk.url)
    for (const path of paths()) {
      await ready(page, path)
      expect([path, await page.locator('#main').innerText()]).toEqual([path, expect.stringMatching(/\w{3}/)])
      expect([path, await page.getByRole('alert').count()]).toEqual([path, 0])
    }
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
    await page.close()
  })

  it('fits a phone: no page scrolls sideways at 390 px', async () => {
    const { page } = await watched(browser, desk.url, { width: 390, height: 844 })
    for (const path of paths()) {
      await ready(page, path)
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      expect([path, wide]).toEqual([path, 390])
    }
    await page.close()
  })

  it('lights up the words of the claim that is chosen in the list, each and no others', async () => {
    const { page } = await watched(browser, desk.url)
    await ready(page, `/reports/${shown.version}`)
    expect(await page.locator('.mark.chosen').count()).toBe(0)
    const own = claims.filter((row) => row.version === shown.version)
    for (const row of own.slice(0, 4)) {
      await page.locator(`#claim-${row.claim.id}`).click()
      await page.locator(`#claim-${row.claim.id}[data-chosen="true"]`).waitFor()
      const text = await lit(page)
      for (const piece of words(row)) expect(text).toContain(piece)
      const chosen = page.locator('.mark.chosen')
      for (const held of await chosen.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-claims') ?? '')))
        expect(held.split(' ')).toContain(row.claim.id)
      expect(page.url()).toContain(`claim=${row.claim.id}`)
    }
    await page.close()
  })

  it('chooses the claim whose words are clicked in the text', async () => {
    const { page } = await watched(browser, desk.url)
    await ready(page, `/reports/${shown.version}`)
    await page.locator(`[data-claims~="${shown.claim.id}"].cue`).first().click()
    const card = page.locator('.claim-card[data-chosen="true"]')
    await card.waitFor()
    expect(await card.count()).toBe(1)
    expect(await card.innerText()).toContain(shown.claim.content[0]?.text ?? 'content')
    expect(await card.evaluate((node) => (node as unknown as { checkVisibility(): boolean }).checkVisibility())).toBe(true)
    await page.close()
  })

  it('is worked by keys: claims with j and k, pages with shift, search with a slash, help with a question mark', async () => {
    const { page, complaints } = await watched(browser, desk.url)
    await ready(page, `/reports/${shown.version}`)
    const chosen = (id: string) => page.locator(`#claim-${id}[data-chosen="true"]`).waitFor()
    const ids = claims.filter((row) => row.version === shown.version).map((row) => row.claim.id)
    await page.keyboard.press('j')
    await chosen(ids[0] ?? '')
    await page.keyboard.press('j')
    await chosen(ids[1] ?? '')
    await page.keyboard.press('k')
    await chosen(ids[0] ?? '')
    await page.keyboard.press('k')
    await chosen(ids.at(-1) ?? '')
    await page.locator(`#claim-${ids[2]}`).focus()
    await page.keyboard.press('Enter')
    await chosen(ids[2] ?? '')
    await page.keyboard.press('Shift+S')
    await page.getByRole('heading', { name: 'Sources' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('containers')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/claims\?text=containers/)
    await page.locator('h1').click()
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
    await page.close()
  })

  it('reaches the content first with the keyboard, past the menus', async () => {
    const { page } = await watched(browser, desk.url)
    await ready(page, '/reports')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#main')
    await page.close()
  })

  it('follows the system into the dark, and a person out of it', async () => {
    const { page } = await watched(browser, desk.url, { colorScheme: 'dark' })
    await ready(page, '/sitrep')
    const lightness = async (): Promise<number> =>
      (await page.evaluate(
        'getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3',
      )) as number
    expect(await lightness()).toBeLessThan(60)
    await page.getByRole('button', { name: 'Use light colours' }).click()
    await page.getByRole('button', { name: 'Use dark colours' }).waitFor()
    expect(await lightness()).toBeGreaterThan(200)
    await page.reload()
    await page.getByRole('button', { name: 'Use dark colours' }).waitFor()
    await page.close()
  })

  it('leads from each kind of citation of the SITREP to the very characters it rests on', async () => {
    const { page } = await watched(browser, desk.url)
    const sitrep = await answer<Sitrep>('/api/sitrep')
    const evidence = sitrep.citations.find((citation) => citation.claim === null)
    const chosen = [sitrep.citations[0], sitrep.citations.at(-1), evidence].filter((citation) => citation !== undefined)
    for (const citation of chosen) {
      await ready(page, '/sitrep')
      await page
        .getByRole('link', { name: new RegExp(`^Citation ${citation.number}:`) })
        .first()
        .click()
      await page.waitForURL(new RegExp(`/reports/${citation.version}`))
      await page.locator('.mark.cited').first().waitFor()
      expect(await lit(page, '.mark.cited')).toBe(citation.quotation.replaceAll('\n', ''))
      const box = await page.locator('.mark.cited').first().boundingBox()
      expect(box?.y).toBeGreaterThan(0)
      expect(box?.y).toBeLessThan(800)
    }
    await page.close()
  })

  it('shows on a phone the text or the claims, and the words of the claim that is chosen there', async () => {
    const { page } = await watched(browser, desk.url, { width: 390, height: 844 })
    await ready(page, `/reports/${shown.version}`)
    expect(await page.locator('.report-text').isVisible()).toBe(true)
    expect(await page.locator('.claims-column').isVisible()).toBe(false)
    await page
      .getByRole('radiogroup', { name: 'Text or claims' })
      .getByText(/\d+ claims?/)
      .click()
    await page.locator(`#claim-${shown.claim.id}`).click()
    await page.locator('.mark.chosen').first().waitFor()
    const text = await lit(page)
    for (const piece of words(shown)) expect(text).toContain(piece)
    await page.close()
  })

  it('offers the archived original and the SITREP as downloads, never to be shown by the browser', async () => {
    const { report } = await answer<ReportAnswer>(`/api/reports/${shown.version}`)
    const original = await fetch(`${desk.url}/api/reports/${report.version}/original`)
    expect(original.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(original.headers.get('content-type')).toBe('application/octet-stream')
    for (const format of ['md', 'html', 'json']) {
      const { headers } = await fetch(`${desk.url}/api/sitrep?format=${format}&download=true`)
      expect(headers.get('content-disposition')).toBe(`attachment; filename="sitrep.${format}"`)
    }
    const log = await desk.ledger.log()
    expect(log.filter((entry) => entry.action === 'export')).toHaveLength(3)
  })

  it('says that the desk is gone when it is, and goes on when it is back', async () => {
    const { page } = await watched(browser, desk.url)
    await ready(page, '/')
    await page.route('**/api/**', (route) => route.abort())
    await page.getByRole('link', { name: 'Sources' }).click()
    await page.getByRole('alert').waitFor({ timeout: 20_000 })
    expect(await page.getByRole('alert').innerText()).toContain('sitrep serve')
    await page.unroute('**/api/**')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('alert').waitFor({ state: 'hidden' })
    await page.close()
  })
})
