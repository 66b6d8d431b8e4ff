import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { afterAll, describe, expect, test } from 'vitest'
import { collected, docx, folder, paragraph, pdf } from './inputs.ts'

const here = folder()
afterAll(() => here.remove())

const SAYS = 'The harbour master said on Tuesday that nine barges had sunk in the storm, and that two more were missing.'
const MORE = 'The coast guard denied that any crew had been lost, and said that the search would go on until Friday evening.'

async function one(name: string, content: string | Uint8Array) {
  const [item, ...rest] = await collected([here.write(name, content)])
  expect(rest).toEqual([])
  if (!item?.ok) throw new Error(`${name}: ${item?.reason} ${item?.detail}`)
  return item.report
}

describe('formats', () => {
  test('plain text with front matter', async () => {
    const report = await one(
      'a.txt',
      `---\noutlet: Delta Herald\npublished: 2026-03-02\ntitle: Barges sink\n---\n${SAYS}\n\n${MORE}\n`,
    )
    expect(report.text).toBe(`${SAYS}\n\n${MORE}`)
    expect(report.metadata).toMatchObject({ outlet: 'Delta Herald', published: '2026-03-02', title: 'Barges sink' })
  })

  test('plain text without any: what is missing stays missing', async () => {
    const { metadata } = await one('b.txt', SAYS)
    expect(metadata).toMatchObject({ outlet: null, published: null, author: null, canonical: null })
  })

  test('Markdown is read as the text that it shows', async () => {
    const report = await one(
      'c.md',
      `# Barges sink\n\nThe **harbour master** said [nine](https://example.org/x) barges had *sunk*.\n\n- two are missing\n`,
    )
    expect(report.text).toContain('The harbour master said nine barges had sunk.')
    expect(report.text).not.toMatch(/\*\*|\]\(/)
  })

  test('a web page: its main text, and metadata from JSON-LD, OpenGraph and meta', async () => {
    const page = `<!doctype html><html lang="en"><head><title>Barges sink | Delta Herald</title>
      <link rel="canonical" href="https://delta.example/2026/barges">
      <meta property="og:site_name" content="Delta Herald"><meta name="author" content="Ana Ruiz">
      <script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Barges sink in storm","datePublished":"2026-03-02T06:30:00Z"}</script></head>
      <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Barges sink in storm</h1>
      <p>${SAYS}</p><p>${MORE}</p><p>${SAYS} ${MORE}</p></article><footer>Copyright, cookies, newsletter</footer></body></html>`
    const report = await one('d.html', page)
    expect(report.text).toContain(`${SAYS}\n\n${MORE}`)
    expect(report.text).not.toMatch(/newsletter|Sport/)
    expect(report.metadata).toMatchObject({
      title: 'Barges sink in storm',
      outlet: 'Delta Herald',
      author: 'Ana Ruiz',
      published: '2026-03-02T06:30:00Z',
      language: 'en',
      canonical: 'https://delta.example/2026/barges',
    })
    expect(report.address).toBe('https://delta.example/2026/barges')
  })

  test('JSON documents, one or a list', async () => {
    const document = { id: 'x1', text: SAYS, title: 'Barges', outlet: 'Delta Herald', date: '2026-03-02' }
    expect((await one('e.json', JSON.stringify(document))).text).toBe(SAYS)
    const items = await collected([here.write('f.json', JSON.stringify([document, { id: 'x2' }, { ...document, id: 'x3' }]))])
    expect(items.map((item) => item.ok)).toEqual([true, false, true])
  })

  test('JSON lines, gzipped or not: each line by itself', async () => {
    const lines = [JSON.stringify({ id: 'p', text: SAYS }), '{"id": "q", broken', JSON.stringify({ id: 'r', text: MORE })].join(
      '\n',
    )
    for (const path of [here.write('g.jsonl', lines), here.write('g.jsonl.gz', gzipSync(lines))]) {
      const items = await collected([path])
      expect(items.map((item) => (item.ok ? item.report.text : item.reason))).toEqual([SAYS, 'malformed', MORE])
    }
  })

  test('a gzip that is cut gives what came before, and says so', async () => {
    const whole = gzipSync(
      Array.from({ length: 2000 }, (_, i) => JSON.stringify({ id: i, text: `${SAYS} ${i} ${Math.sin(i)}` })).join('\n'),
    )
    const items = await collected([here.write('h.jsonl.gz', whole.subarray(0, whole.length / 2))])
    expect(items.filter((item) => item.ok).length).toBeGreaterThan(100)
    expect(items.at(-1)).toMatchObject({ ok: false, reason: 'malformed' })
  })

  test('PDF', async () => {
    const report = await one('i.pdf', pdf(['The harbour master said nine barges', 'had sunk.']))
    expect(report.text.replace(/\s+/g, ' ')).toBe('The harbour master said nine barges had sunk.')
    expect(report.capture.mediaType).toBe('application/pdf')
  })

  test('Word', async () => {
    const report = await one('j.docx', docx(paragraph(SAYS) + paragraph(MORE)))
    expect(report.text).toBe(`${SAYS}\n\n${MORE}`)
  })

  test('mail: its text, sender and date', async () => {
    const mail = `From: Desk <desk@delta.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?Q?Barges_sink_=E2=80=93_update?=\r\nDate: Mon, 2 Mar 2026 06:30:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe harbour master said nine barges had sunk =E2=80=93 two are missing.\r\n`
    const report = await one('k.eml', mail)
    expect(report.text).toContain('nine barges had sunk – two are missing.')
    expect(report.metadata.title).toBe('Barges sink – update')
    expect(report.metadata.published).toContain('2026-03-02T06:30:00')
  })

  test('a saved web page (MHTML)', async () => {
    const page = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://delta.example/barges\r\nSubject: Barges\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://delta.example/barges\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><article><p>${SAYS}</p><p>${MORE}</p></article></body></html>\r\n--b1--\r\n`
    expect((await one('l.mht', page)).text).toContain(SAYS)
  })

  test('standard input', async () => {
    const [item] = await collected(['-'], { stdin: Readable.from([Buffer.from(SAYS)]), given: { outlet: 'Pipe Press' } })
    expect(item).toMatchObject({ ok: true, report: { text: SAYS, metadata: { outlet: 'Pipe Press' } } })
  })

  test('what the input says of itself wins over what is given', async () => {
    const path = here.write('m.md', `---\noutlet: Delta Herald\n---\n${SAYS}\n`)
    const [item] = await collected([path], { given: { outlet: 'Other', published: '2026-03-05' } })
    expect(item).toMatchObject({ report: { metadata: { outlet: 'Delta Herald', published: '2026-03-05' } } })
  })
})

describe('encodings', () => {
  const RUSSIAN = 'Начальник порта сообщил во вторник, что девять барж затонули во время шторма, а ещё две пропали без вести.'
  test.each([
    ['utf8', SAYS],
    ['utf8', `Der Hafenmeister sagte, neun Kähne seien gesunken – „zwei fehlen noch“.`],
    ['utf16le', SAYS],
    ['windows-1251', RUSSIAN],
    ['koi8-r', RUSSIAN],
    ['shift_jis', '港長は火曜日に、嵐で九隻のはしけが沈み、さらに二隻が行方不明だと述べた。捜索は金曜日まで続くという。'],
    ['gb18030', '港务局长星期二说，九艘驳船在风暴中沉没，另有两艘失踪。海岸警卫队否认有船员丧生，并说搜索将持续到星期五。'],
  ])('%s is detected', async (encoding, text) => {
    const bytes =
      encoding === 'utf16le'
        ? Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, encoding)])
        : iconv.encode(text, encoding)
    expect((await one(`enc-${encoding}-${text.length}.txt`, bytes)).text).toBe(text)
  })

  test('a page that declares the wrong charset is read by what its bytes are', async () => {
    const page = `<html><head><meta charset="us-ascii"><title>x</title></head><body><article><p>${SAYS} “Nine”, he said — “naïve”.</p><p>${MORE}</p></article></body></html>`
    expect((await one('wrong.html', page)).text).toContain('“Nine”, he said — “naïve”.')
  })
})

describe('what a reader does not see', () => {
  test('control, zero-width and direction characters go, and are counted', async () => {
    const path = here.write('n.txt', `The mini\u200bstry said 1\u202e2 bar\u0000ges sank. ${MORE}`)
    const [item] = await collected([path])
    expect(item).toMatchObject({ ok: true, report: { text: `The ministry said 12 barges sank. ${MORE}` } })
    expect(item?.ok && item.warnings.join(' ')).toMatch(/invisible|control/)
  })

  test('the same bytes give the same report twice', async () => {
    const path = here.write('o.txt', SAYS)
    const [a, b] = await collected([path, path])
    expect(a).toEqual(b)
  })
})
