import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenDesk, openDesk, SAMPLE } from '../../scripts/open-desk.ts'
import type { EditAnswer, Problem, QuestionAnswer, QuestionsAnswer } from '../../src/desk/answers.ts'
import { launch, NO_BROWSER, ready, watched } from './browser.ts'

let desk: OpenDesk
const get = async <T>(path: string): Promise<T> => (await (await fetch(desk.url + path)).json()) as T
const post = (body: unknown): Promise<Response> =>
  fetch(`${desk.url}/api/edits`, {
    method: 'POST',
    headers: { 'x-sitrep-desk': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
/** The question with most claims. */
const largest = async (): Promise<QuestionAnswer> => {
  const { questions } = await get<QuestionsAnswer>('/api/questions')
  return get<QuestionAnswer>(`/api/questions/${questions.toSorted((a, b) => b.claims - a.claims)[0]?.id}`)
}

beforeAll(async () => {
  desk = await openDesk('Sample', [SAMPLE])
})
afterAll(() => desk?.close())

describe('edits of questions over the API', () => {
  it('refuses what makes no sense, and says why', async () => {
    const { question } = await largest()
    const wrong = async (body: unknown, status: number): Promise<string> => {
      const response = await post(body)
      expect(response.status).toBe(status)
      return ((await response.json()) as Problem).detail
    }
    expect(await wrong({ kind: 'renameQuestion', question: 'q-none', name: 'x' }, 404)).toContain('q-none')
    await wrong({ kind: 'renameQuestion', question: question.id, name: ' \n ' }, 400)
    expect(await wrong({ kind: 'splitQuestion', question: question.id, claims: ['r0.1.c1'] }, 404)).toContain('r0.1.c1')
    const all = question.members.map((member) => member.claim)
    expect(await wrong({ kind: 'splitQuestion', question: question.id, claims: all }, 409)).toContain('must stay')
    expect(await wrong({ kind: 'joinQuestions', keep: question.id, merge: question.id }, 409)).toContain('one question already')
    expect(await wrong({ kind: 'pinClaim', claim: 'r0.1.c1', question: question.id }, 404)).toContain('r0.1.c1')
  })

  it('joins two questions, leads the old id to the new one, and takes it back', async () => {
    const { question } = await largest()
    const { questions } = await get<QuestionsAnswer>('/api/questions')
    const other = questions.find((one) => one.id !== question.id && one.claims > 1)?.id ?? ''
    const made = (await (await post({ kind: 'joinQuestions', keep: question.id, merge: other })).json()) as EditAnswer
    const joined = await get<QuestionAnswer>(`/api/questions/${other}`)
    expect(joined.question.id).toBe(question.id)
    expect(joined.claims.length).toBeGreaterThan(question.members.length)
    expect(joined.edits.map((edit) => edit.id)).toEqual([made.edit?.id])
    await post({ kind: 'undo', edit: made.edit?.id })
    expect((await get<QuestionsAnswer>('/api/questions')).questions).toEqual(questions)
  })
})

describe.skipIf(NO_BROWSER !== null)('edits of questions in the desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('renames, splits off a claim, and takes both back', async () => {
    const { question } = await largest()
    const { page, complaints } = await watched(browser, desk.url)
    await ready(page, `/questions/${question.id}`)
    await page.getByRole('button', { name: 'Edit this question …' }).click()
    const name = page.getByLabel('What it asks')
    await name.fill('How many went <b>so far</b>?')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('heading', { level: 1, name: 'How many went <b>so far</b>?' }).waitFor()
    expect(await page.locator('b').count()).toBe(0)
    await page.getByRole('button', { name: /Edit this question|Done editing/ }).click()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Split off 1 claim' }).click()
    await page.getByRole('heading', { level: 1, name: 'How many went <b>so far</b>?' }).waitFor({ state: 'hidden' })
    const { pathname } = new URL(page.url())
    expect(pathname).not.toBe(`/questions/${question.id}`)
    const part = await get<QuestionAnswer>(`/api${pathname}`)
    expect(part.question.members).toHaveLength(1)
    const whole = await get<QuestionAnswer>(`/api/questions/${question.id}`)
    expect(whole.question.name).toBe('How many went <b>so far</b>?')
    expect(whole.question.members).toHaveLength(question.members.length - 1)

    await ready(page, `/questions/${question.id}`)
    await page.getByRole('button', { name: 'Edit this question …' }).click()
    const undo = page.getByRole('button', { name: 'Undo' })
    await undo.first().click()
    await page.getByRole('heading', { level: 1, name: question.name }).waitFor()
    if ((await undo.count()) === 0) await page.getByRole('button', { name: 'Edit this question …' }).click()
    await undo.first().click()
    await page.getByText('edited by an analyst').waitFor({ state: 'hidden' })
    expect((await get<QuestionAnswer>(`/api/questions/${question.id}`)).question).toEqual(question)
    expect(complaints).toEqual([])
  })
})

describe.skipIf(NO_BROWSER !== null)('weighing in the desk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launch()
  })
  afterAll(() => browser?.close())

  it('opens the arithmetic of support, grades a claim, and keeps a judgement', async () => {
    const { question, weighing } = await largest()
    const { page, complaints } = await watched(browser, desk.url)
    await ready(page, `/questions/${question.id}`)
    await page
      .getByRole('button', { name: /^Support/ })
      .first()
      .click()
    await page.getByText(weighing.why).first().waitFor()

    const credibility = page.getByRole('region', { name: 'Credibility of each claim' })
    await credibility
      .getByRole('button', { name: /proposed/ })
      .first()
      .click()
    // The other axis is nowhere near: who is graded how reliable is not shown where claims are graded.
    expect(await credibility.getByText(/reliab/i).count()).toBe(0)
    await credibility.getByLabel('Your grade of the claim, whoever says it').first().click()
    await page.getByRole('option', { name: '6, truth cannot be judged' }).click()
    await credibility.getByText('6, truth cannot be judged (your grade)').waitFor()

    await page.getByRole('button', { name: 'Put down your judgement …' }).click()
    await page.getByRole('textbox', { name: 'Judgement' }).fill('They were sent. <i>So it is.</i>')
    await page.getByRole('combobox', { name: 'How likely it is' }).click()
    await page.getByRole('option', { name: /^very likely/ }).click()
    await page.getByRole('combobox', { name: 'How well founded the judgement is' }).click()
    await page.getByRole('option', { name: 'moderate' }).click()
    await page.getByRole('button', { name: 'Keep' }).click()
    await page.getByText('They were sent. <i>So it is.</i>').waitFor()
    expect((await get<QuestionAnswer>(`/api/questions/${question.id}`)).weighing.judgement).toMatchObject({
      text: 'They were sent. <i>So it is.</i>',
      likelihood: 'very likely',
      confidence: 'moderate',
    })

    await ready(page, '/sitrep')
    await page.getByText('They were sent. <i>So it is.</i>').waitFor()
    expect(await page.locator('i').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('grades a source and tells what that moves', async () => {
    const { question } = await largest()
    const source = question.origins[0]?.id
    const response = await post({ kind: 'gradeSource', source, reliability: 'A' })
    const { gradings, edit } = (await response.json()) as EditAnswer
    expect(gradings.some((item) => item.question === question.id && item.what.endsWith('likelihood'))).toBe(true)
    const undone = (await (await post({ kind: 'undo', edit: edit?.id })).json()) as EditAnswer
    expect(undone.gradings.map((item) => [item.after, item.before])).toEqual(gradings.map((item) => [item.before, item.after]))
  })
})
