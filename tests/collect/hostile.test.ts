import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { collected, docx, folder, paragraph, pdf } from './inputs.ts'

const here = folder()
afterAll(() => here.remove())

const SENTENCE = 'The strike began on Monday, the union said, and trains stood still. '

async function reasonOf(name: string, content: string | Uint8Array): Promise<string> {
  const items = await collected([here.write(name, content)])
  expect(items).toHaveLength(1)
  const [item] = items
  if (item?.ok) return 'ok'
  expect(item?.address).toContain(name)
  expect(item?.detail).toMatch(/\S/)
  expect(item?.detail).not.toMatch(/\n/)
  return item?.reason ?? 'nothing'
}

describe('bad input has a reason that a script can match on', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['empty.txt', '', 'empty'],
    ['blank.txt', ' \n\t\n', 'empty'],
    ['program.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 255, 254, 0, 9, 200, 0, 1]), 'not text'],
    ['picture.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not text'],
    ['cut.pdf', pdf(['The strike began']).subarray(0, 200), 'malformed'],
    ['broken.docx', docx(paragraph(SENTENCE)).subarray(0, 300), 'malformed'],
    ['broken.json', '{"text": "The strike', 'malformed'],
    ['no-text.json', '{"headline": 3}', 'malformed'],
    ['void.html', '<html><body></body></html>', 'empty'],
    ['bomb.docx', docx(paragraph(SENTENCE), { 'word/media/x.xml': new Uint8Array(300_000_000) }), 'too large'],
    ['long.txt', SENTENCE.repeat(800_000), 'too large'],
    ['deep.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'malformed'],
  ])('%s', async (name, content, reason) => {
    expect(await reasonOf(name, content)).toBe(reason)
  })

  test('HTML 100,000 deep is read or refused, in time that its length explains', async () => {
    expect(['ok', 'malformed', 'too large']).toContain(await reasonOf('deep.html', `${'<div>'.repeat(100_000)}${SENTENCE}`))
    expect(['ok', 'malformed', 'too large']).toContain(await reasonOf('deep-b.html', `${'<b>'.repeat(100_000)}${SENTENCE}`))
    expect(['ok', 'malformed', 'too large']).toContain(await reasonOf('open-p.html', `${'<p>'.repeat(100_000)}${SENTENCE}`))
  })

  test('what is not there, a link to nothing, a glob without files', async () => {
    const items = await collected([`${here.dir}/none.txt`, `${here.dir}/*.none`, 'ftp://example.org/x.txt'])
    expect(items.map((item) => (item.ok ? 'ok' : item.reason))).toEqual(['not found', 'not found', 'refused address'])
  })
})

describe('whatever the bytes', () => {
  const extensions = fc.constantFrom('txt', 'md', 'html', 'json', 'jsonl', 'pdf', 'docx', 'eml', 'mht')
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<table>',
    '<script>',
    '<!--',
    '{"text":',
    '"',
    '[',
    '\u0000',
    '\u202e',
    '\ud800',
    '---\n',
    'outlet: x\n',
    '%PDF-1.4\n',
    'From: a@b\r\n',
    'Content-Type: text/html\r\n\r\n',
    '\r\n',
    '&#0;',
    '&#xD800;',
    '# ',
    '![x](javascript:1)',
    SENTENCE,
    '\ufeff',
    'é',
    '日本',
  )
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
  )

  test('collection ends with a report whose text is clean, or with a reason', async () => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(bytes, extensions, async (content, extension) => {
        const path = here.write(`any-${n++}.${extension}`, content)
        for (const item of await collected([path])) {
          if (!item.ok) {
            expect(item.detail.length).toBeGreaterThan(0)
            continue
          }
          const { text } = item.report
          expect(text.isWellFormed()).toBe(true)
          expect(text).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069\u200b]/)
          expect(text.trim()).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })
})
