import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type { ClaimsAnswer } from '../../src/desk/answers.ts'
import { launch, NO_BROWSER, ready, watched } from './browser.ts'

let desk: OpenDesk
const like = async (text: string, more = ''): Promise<ClaimsAnswer> =>
  (await (await fetch(`${desk.url}/api/claims?like=${encodeURIComponent(text)}${more}`)).json()) as ClaimsAnswer

beforeAll(async () => {
  desk = await openDesk('Sample', [SAMPLE])
})
afterAll(() => desk?.close())

describe('claims in other words over the API', () => {
  it('come likeliest first, filtered, and none for words that no claim has', async () => {
    const { claims, next } = await like('thousands of containers full of shells went to Russia')
    expect(claims[0]?.text).toMatch(/13,000 containers of shells/)
    expect(next).toBeNull()
    const only = await like('thousands of containers full of shells went to Russia', '&modality=believed')
    expect(only.claims.length).toBeGreaterThan(0)
    expect(only.claims.every(({ claim }) => claim.modality === 'believed')).toBe(true)
    expect((await like('thousands of containers full of shells went to Russia', '&limit=1')).claims).toEqual(claims.slice(0, 1))
    expect((await like('zzyzx qwrtp')).claims).toEqual([])
    expect((await like('')).claims.length).toBeGreaterThan(50)
  })
})

describe.skipIf(NO_BROWSER !== null)('claims in other words in the desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('are found by a sentence, by keyboard; a link that asks for nothing clears it', async () => {
    const { page, complaints, outside } = await watched(browser, desk.url)
    await ready(page, '/claims')
    await page.getByRole('combobox', { name: 'Find' }).click()
    await page.getByRole('option', { name: 'the same in other words' }).click()
    await page
      .getByRole('textbox', { name: 'A sentence, headline or post' })
      .fill('thousands of containers full of shells went to Russia')
    await page.waitForURL(/\/claims\?like=thousands/)
    await page.getByText('The likeliest first.').waitFor()
    expect(await page.locator('[data-index="0"]').innerText()).toContain('13,000 containers of shells')
    await page.reload()
    await page.getByText('The likeliest first.').waitFor()
    expect(await page.getByRole('textbox', { name: 'A sentence, headline or post' }).inputValue()).toMatch(/^thousands of/)
    await page.getByRole('link', { name: 'Claims', exact: true }).first().click()
    await page.waitForURL(/\/claims$/)
    await page.waitForTimeout(600)
    expect(page.url()).toMatch(/\/claims$/)
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
    await page.close()
  })
})
