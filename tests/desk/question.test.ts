import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type {
  ChangesAnswer,
  EditAnswer,
  FiguresAnswer,
  MutationsAnswer,
  OriginsAnswer,
  Problem,
  QuestionAnswer,
  QuestionsAnswer,
  ReportAnswer,
  SourcesAnswer,
} from '../../src/desk/answers.ts'
import { launch, NO_BROWSER, ready, watched } from './browser.ts'

let desk: OpenDesk
/** The question with the most figures, by its answer. */
let question: QuestionAnswer
const get = async <T>(path: string): Promise<T> => (await (await fetch(desk.url + path)).json()) as T
const post = (body: unknown, query = ''): Promise<Response> =>
  fetch(`${desk.url}/api/edits${query}`, {
    method: 'POST',
    headers: { 'x-sitrep-desk': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  desk = await openDesk('Sample', [SAMPLE])
  const { questions } = await get<QuestionsAnswer>('/api/questions')
  const numeric = questions.filter((one) => one.kind === 'numeric').toSorted((a, b) => b.claims - a.claims)
  question = await get<QuestionAnswer>(`/api/questions/${numeric[0]?.id}`)
})
afterAll(() => desk?.close())

describe('what the API answers about a question', () => {
  it('cites only characters that stand in the reports, in lineage, figures and mutations', async () => {
    const texts = new Map<string, string>()
    const textOf = async (version: string): Promise<string> => {
      const known = texts.get(version) ?? (await get<ReportAnswer>(`/api/reports/${version}`)).report.text
      texts.set(version, known)
      return known
    }
    const { mutations } = await get<MutationsAnswer>('/api/mutations')
    const edges = question.question.members.flatMap(({ lineage }) => (lineage.known ? lineage.edges : []))
    const cited = [
      ...edges.flatMap((edge) => edge.proof),
      ...mutations.flatMap(({ before, after }) => [before.passage, before.proof, after.passage, after.proof]),
    ]
    expect(mutations.length).toBeGreaterThan(2)
    expect(cited.length).toBeGreaterThan(20)
    for (const { version, start, end, text } of cited) expect((await textOf(version)).slice(start, end)).toBe(text)
    for (const { before, after } of mutations)
      for (const { passage, proof } of [before, after])
        expect(passage.start <= proof.start && proof.end <= passage.end).toBe(true)
    for (const { version } of edges.flatMap((edge) => edge.proof)) expect(question.reports[version]).toBeDefined()
  })

  it('gives the same figures and envelope by themselves, and the lineage of one claim', async () => {
    const { id } = question.question
    const figures = await get<FiguresAnswer>(`/api/questions/${id}/figures`)
    expect({ figures: figures.figures, envelope: figures.envelope }).toEqual({
      figures: question.figures,
      envelope: question.envelope,
    })
    const [member] = question.question.members
    const origins = await get<OriginsAnswer>(`/api/claims/${member?.claim}/origins`)
    expect(origins.outside).toBeNull()
    expect(origins.questions.find((asked) => asked.id === id)?.lineage).toEqual(member?.lineage)
    const first = (await get<ReportAnswer>(`/api/reports/${member?.claim.split('.')[0]}`)).report
    const all = first.reading?.claims.map((claim) => `${first.version}.${claim.id}`) ?? []
    const answers = await Promise.all(all.map((claim) => get<OriginsAnswer>(`/api/claims/${claim}/origins`)))
    for (const answer of answers) expect(answer.outside === null).toBe(answer.questions.length > 0)
  })

  it('gives the figures as a table and as a drawing, as attachments noted in the log', async () => {
    const path = `/api/questions/${question.question.id}/figures`
    const [csv, svg] = await Promise.all(['csv', 'svg'].map((format) => fetch(`${desk.url}${path}?format=${format}`)))
    expect(csv?.headers.get('content-disposition')).toBe('attachment; filename="figures.csv"')
    expect((await csv?.text())?.trimEnd().split('\n')).toHaveLength(question.figures.length + 1)
    expect(svg?.headers.get('content-type')).toContain('image/svg+xml')
    expect(svg?.headers.get('content-security-policy')).toContain('sandbox')
    expect(await svg?.text()).toContain(`<title>${question.question.name}</title>`)
    expect((await desk.ledger.log()).filter((entry) => entry.action === 'export')).toHaveLength(2)
  })

  it('filters mutations by kind and by question', async () => {
    const { mutations } = await get<MutationsAnswer>('/api/mutations')
    const kind = mutations[0]?.kind ?? ''
    const some = (await get<MutationsAnswer>(`/api/mutations?kind=${kind}`)).mutations
    expect(some).toEqual(mutations.filter((one) => one.kind === kind))
    const own = (await get<MutationsAnswer>(`/api/mutations?question=${question.question.id}`)).mutations
    expect(own).toEqual(question.mutations)
    expect((await get<MutationsAnswer>('/api/mutations?kind=nothing')).mutations).toEqual([])
  })

  it('tells what moved since a day: everything since the first, only what the newest day brought when asked for none', async () => {
    const newest = await get<ChangesAnswer>('/api/changes')
    expect(newest.since).toBe(newest.days[0])
    const oldest = newest.days.at(-1) ?? ''
    const { changes } = await get<ChangesAnswer>(`/api/changes?since=${oldest}`)
    const { questions } = await get<QuestionsAnswer>('/api/questions')
    expect(changes.filter((change) => change.kind === 'newQuestion')).toHaveLength(questions.length)
    expect(newest.changes.length).toBeGreaterThan(0)
    expect(newest.changes.length).toBeLessThan(changes.length)
    for (const change of changes) expect(change.claims.length + (change.version === null ? 0 : 1)).toBeGreaterThan(0)
    expect((await get<ChangesAnswer>('/api/changes?since=2999-01-01')).changes).toEqual([])
    expect((await fetch(`${desk.url}/api/changes?since=yesterday`)).status).toBe(400)
  })

  it('says plainly what is not there', async () => {
    for (const path of ['/api/questions/q-none', '/api/questions/q-none/figures', '/api/claims/r0.1.c1/origins']) {
      const response = await fetch(desk.url + path)
      expect([path, response.status]).toEqual([path, 404])
      expect(((await response.json()) as Problem).detail).toMatch(/there is no (question|claim)/)
    }
  })
})

describe('withdrawing and taking back', () => {
  it('previews without changing anything, then does what it said, and undoes it', async () => {
    const target = question.question.members[0]?.claim.split('.')[0] ?? ''
    const before = await get<QuestionsAnswer>('/api/questions')
    const log = (await desk.ledger.log()).length
    const preview = (await (await post({ kind: 'withdraw', target }, '?preview=true')).json()) as EditAnswer
    expect(preview.edit).toBeNull()
    expect(preview.moved.map((one) => one.question)).toContain(question.question.id)
    expect((await desk.ledger.log()).length).toBe(log)
    expect(await get<QuestionsAnswer>('/api/questions')).toEqual(before)

    const response = await post({ kind: 'withdraw', target, why: 'the outlet took it back' })
    expect(response.status).toBe(201)
    const made = (await response.json()) as EditAnswer
    expect(made.moved).toEqual(preview.moved)
    expect(made.edits).toContainEqual({ id: made.edit?.id, kind: 'withdraw', target, why: 'the outlet took it back' })
    const now = await get<QuestionAnswer>(`/api/questions/${question.question.id}`)
    expect(now.question.members.some(({ claim }) => claim.startsWith(`${target}.`))).toBe(false)
    expect((await post({ kind: 'withdraw', target })).status).toBe(409)

    const undone = (await (await post({ kind: 'undo', edit: made.edit?.id })).json()) as EditAnswer
    expect(undone.moved.map((one) => one.question)).toEqual(made.moved.map((one) => one.question))
    expect(await get<QuestionsAnswer>('/api/questions')).toEqual(before)
    expect((await get<SourcesAnswer>('/api/sources')).edits).toEqual([])
  })

  it('refuses what is not there, and any of it without the header of the desk', async () => {
    for (const target of ['r0000000', 's-none', 'r0.1.c1', question.question.members[0]?.claim.slice(0, 4)])
      expect([target, (await post({ kind: 'withdraw', target })).status]).toEqual([target, 404])
    const bare = await fetch(`${desk.url}/api/edits`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'withdraw', target: question.question.members[0]?.claim }),
    })
    expect(bare.status).toBe(403)
    expect((await get<SourcesAnswer>('/api/sources')).edits).toEqual([])
  })
})

describe.skipIf(NO_BROWSER !== null)('the question page, in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it.each([
    { width: 1280, height: 800, colorScheme: 'light' as const },
    { width: 390, height: 844, colorScheme: 'dark' as const },
  ])('at $width in $colorScheme shows every answer, figure, origin and change, and complains of nothing', async (look) => {
    const { page, complaints, outside } = await watched(browser, desk.url, look)
    await ready(page, `/questions/${question.question.id}`)
    expect(await page.locator('section[aria-label=Answers] article').count()).toBe(question.answers.length)
    const marks = page.locator('.point')
    await marks.first().waitFor()
    const figures = page.locator('section[aria-label="Figures over time"]')
    expect(await marks.count()).toBeGreaterThan(2)
    expect(await page.locator('.tree > li').count()).toBe(
      question.lineage.origins.length + (question.lineage.unrecorded.length > 0 ? 1 : 0),
    )
    expect(await page.locator('.mutation-side').count()).toBe(question.mutations.length * 2)
    expect(await page.locator('.mutation-side mark').allTextContents()).toEqual(
      question.mutations.flatMap(({ before, after }) => [before.proof.text, after.proof.text]),
    )
    await figures.getByRole('button', { name: 'The same as a table' }).click()
    expect(await figures.locator('tbody tr').count()).toBe(question.figures.length)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width)
    expect(complaints).toEqual([])
    expect(outside).toEqual([])
    await page.close()
  })

  it('shows what follows from figures, with the figures marked where they stand', async () => {
    const { questions } = await get<QuestionsAnswer>('/api/questions')
    const all = await Promise.all(questions.map(({ id }) => get<QuestionAnswer>(`/api/questions/${id}`)))
    const asked = all.find(({ arithmetic }) => arithmetic.length > 0)
    expect(asked?.arithmetic[0]).toMatchObject({ verdict: 'implies' })
    const { page, complaints } = await watched(browser, desk.url)
    await ready(page, `/questions/${asked?.question.id}`)
    const part = page.locator('section[aria-label="Figures that imply each other"]')
    expect(await part.locator('article').count()).toBe(asked?.arithmetic.length)
    expect(await part.locator('mark').allTextContents()).toEqual(
      asked?.arithmetic.flatMap(({ passage, terms }) =>
        terms.map(({ start, end }) => passage.text.slice(start - passage.start, end - passage.start)),
      ),
    )
    expect(complaints).toEqual([])
    await page.close()
  })

  it('leads by keyboard from a point of the chart to the claim, and from an edge to the words that prove it', async () => {
    const { page } = await watched(browser, desk.url)
    await ready(page, `/questions/${question.question.id}`)
    const point = page.getByRole('button', { name: /at least/ }).first()
    await point.focus()
    await page.keyboard.press('Enter')
    const detail = page.locator('.chart-detail')
    await detail.getByText('at least').first().waitFor()
    await detail.getByRole('link').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/reports\/.*claim=c\d+/)
    await page.goBack()
    await ready(page, `/questions/${question.question.id}`)

    const edge = page.locator('.edge').first()
    await edge.focus()
    await page.keyboard.press('Enter')
    const words = page.locator('.proof').first().getByRole('link').first()
    const quoted = (await words.innerText()).replace(/^“|”$/g, '')
    await words.click()
    await page.locator('.mark.cited').first().waitFor()
    expect((await page.locator('.mark.cited').allTextContents()).join('')).toBe(quoted)
    await page.close()
  })

  it('withdraws a claim after showing what leans on it, lists that under what changed, and takes it back', async () => {
    const { page, complaints } = await watched(browser, desk.url)
    await ready(page, `/questions/${question.question.id}`)
    const heading = page.getByText(question.question.originsWhy)
    await heading.waitFor()
    await page
      .getByRole('button', { name: /^Withdraw claim/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: 'Withdraw this claim …' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/questions? leans? on it/).waitFor()
    await dialog.getByLabel('Why').fill('told twice')
    await dialog.getByRole('button', { name: 'Withdraw' }).click()
    await dialog.getByText(/is withdrawn; nothing is deleted/).waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await heading.waitFor({ state: 'hidden' })
    await ready(page, '/changes')
    const edits = page.getByRole('region', { name: 'Edits' })
    await edits.getByText('is withdrawn: told twice').waitFor()
    await edits.getByRole('button', { name: 'Undo' }).click()
    await edits.waitFor({ state: 'hidden' })
    await ready(page, `/questions/${question.question.id}`)
    await heading.waitFor()
    expect(complaints).toEqual([])
    await page.close()
  })

  it('says beside a claim of a report what it answers and whose word it rests on, or why it answers nothing', async () => {
    const { page } = await watched(browser, desk.url)
    const member = question.question.members.find(({ lineage }) => lineage.known)
    const [version, id] = [member?.claim.replace(/\.c\d+$/, ''), member?.claim.split('.').at(-1)]
    await ready(page, `/reports/${version}?claim=${id}`)
    const card = page.locator('.claim-card[data-chosen=true]')
    await card.getByRole('link', { name: question.question.name }).waitFor()
    const why = member?.lineage.known ? (member.lineage.edges[0]?.why ?? '') : ''
    expect(await card.innerText()).toContain(why)

    const claims = (await get<ReportAnswer>(`/api/reports/${version}`)).report.reading?.claims ?? []
    const origins = await Promise.all(claims.map((claim) => get<OriginsAnswer>(`/api/claims/${version}.${claim.id}/origins`)))
    const outside = origins.find((answer) => answer.outside !== null)
    if (outside) {
      await page.locator(`#claim-${outside.claim.claim.id}`).click()
      await page.getByText(`answers no question: ${outside.outside}`).waitFor()
    }
    await page.close()
  })

  it('tells what changed since the day that is chosen', async () => {
    const { page } = await watched(browser, desk.url, { width: 390, height: 844 })
    await ready(page, '/changes')
    const cards = page.locator('section[aria-label="Since a day"] article')
    const few = await cards.count()
    const { days } = await get<ChangesAnswer>('/api/changes')
    await page.getByLabel('Since the day').selectOption(days.at(-1) ?? '')
    await page.waitForURL(new RegExp(`since=${days.at(-1)}`))
    await expect.poll(() => cards.count()).toBeGreaterThan(few)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    await cards.locator('a[href^="/questions/"]').first().click()
    await page.waitForURL(/\/questions\/q-/)
    await page.close()
  })
})
