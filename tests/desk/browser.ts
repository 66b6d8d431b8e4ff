import { type Browser, chromium, type Page } from 'playwright-core'
import { findChromium } from '../../scripts/chromium.ts'

const executablePath = findChromium()

/** Why browser tests do not run here, in words; null where they do. */
export const NO_BROWSER =
  executablePath === null ? 'no Chromium found: install Chromium, Chrome or Edge, or set SITREP_CHROMIUM to its path' : null

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox', '--force-prefers-reduced-motion'] })
}

export interface Watched {
  readonly page: Page
  /** What the page complained of: console errors and warnings, exceptions, refused content. */
  readonly complaints: string[]
  /** Addresses asked for that are not the desk's own. */
  readonly outside: string[]
}

/** A page of its own that notes everything that must not happen. */
export async function watched(
  browser: Browser,
  url: string,
  look: { width?: number; height?: number; colorScheme?: 'light' | 'dark' } = {},
): Promise<Watched> {
  const { width = 1280, height = 800, colorScheme = 'light' } = look
  const page = await browser.newPage({ baseURL: url, viewport: { width, height }, colorScheme })
  const complaints: string[] = []
  const outside: string[] = []
  page.on('console', (message) => {
    // Chromium's software renderer says how slow it is; that is no complaint of the page.
    if (/GL Driver Message/.test(message.text())) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith(`${url}/`) && !address.startsWith('data:') && !address.startsWith('blob:')) outside.push(address)
  })
  return { page, complaints, outside }
}

/** Opens a page of the desk and waits until it shows what it has to show. */
export async function ready(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('#main').locator('h1, h2').first().waitFor()
  await page.getByRole('status').waitFor({ state: 'hidden' })
  await page.waitForLoadState('networkidle')
}
