import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PAGES } from '../../scripts/docs.ts'

test.each(Object.keys(PAGES))('%s is what `npm run docs` makes', async (file) => {
  expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(await PAGES[file]?.())
})
