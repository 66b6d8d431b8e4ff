// `npm run screenshots`: the desk's pages on the sample situation, light, dark and on a phone. The README's picture goes to
// docs/desk.png, the rest to the folder given (`npm run screenshots -- FOLDER`), or nowhere.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import type { ClaimsAnswer, QuestionsAnswer } from '../src/desk/answers.ts'
import { findChromium } from './chromium.ts'
import { openDesk, SAMPLE } from './open-desk.ts'

const SIZES = [
  { name: 'light', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 800, colorScheme: 'dark' },
  { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
] as const

const executablePath = findChromium()
if (executablePath === null) {
  console.error('No Chromium found: install Chromium, Chrome or Edge, or set SITREP_CHROMIUM to its path.')
  process.exit(1)
}
const desk = await openDesk('North Korean troops in Russia', [SAMPLE])
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--force-prefers-reduced-motion'] })
try {
  const answer = async <T>(path: string): Promise<T> => (await (await fetch(desk.url + path)).json()) as T
  // The report most of whose claims are on somebody's word, at its first of them with a figure; the widest question with figures.
  const { claims } = await answer<ClaimsAnswer>('/api/claims?limit=500')
  const attributed = claims.filter((row) => row.claim.chain.length > 0)
  const size = (version: string): number => attributed.filter((row) => row.version === version).length
  const shown = attributed.filter((row) => row.claim.figures.length > 0).toSorted((a, b) => size(b.version) - size(a.version))[0]
  const { questions } = await answer<QuestionsAnswer>('/api/questions')
  const widest = questions.toSorted(
    (a, b) => Number(b.kind === 'numeric') - Number(a.kind === 'numeric') || b.claims - a.claims,
  )[0]
  if (!shown || !widest) throw new Error('the sample situation has no claim with a figure, or no question')
  const report = `/reports/${shown.version}?claim=${shown.claim.id}`
  await take(browser, report, SIZES[0], fileURLToPath(new URL('../docs/desk.png', import.meta.url)))
  const folder = process.argv[2]
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    const pages = {
      overview: '/',
      reports: '/reports',
      report,
      claims: '/claims',
      questions: '/questions',
      question: `/questions/${widest.id}`,
      changes: '/changes',
      sources: '/sources',
      map: '/map',
      sitrep: '/sitrep',
    }
    for (const [name, path] of Object.entries(pages))
      for (const size of SIZES) await take(browser, path, size, join(folder, `${name}-${size.name}.png`))
  }
} finally {
  await browser.close()
  await desk.close()
}

async function take(from: Browser, path: string, size: (typeof SIZES)[number], file: string): Promise<void> {
  const { width, height, colorScheme } = size
  const page = await from.newPage({ viewport: { width, height }, colorScheme })
  await page.goto(desk.url + path, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready.then(() => true)')
  await page.waitForTimeout(400)
  await page.screenshot({ path: file })
  await page.close()
  console.log(`wrote ${file}`)
}
