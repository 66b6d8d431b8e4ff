import { expect, test } from 'vitest'
import { settingsInWords, settingsOf } from '../../src/second/settings.ts'

const at = (url: string, more: Record<string, string> = {}) =>
  settingsOf({ SITREP_READER_URL: url, SITREP_READER_MODEL: 'm', ...more })

test('off unless an endpoint is set', () => {
  expect(settingsOf({})).toEqual({ on: false, wrong: null })
  expect(settingsOf({ SITREP_READER_KEY: 'k' })).toEqual({ on: false, wrong: null })
  expect(settingsInWords(settingsOf({}))).toMatch(/^off/)
})

test.each([
  ['not an address', {}],
  ['ftp://host/v1', {}],
  ['file:///etc/passwd', {}],
  ['https://user:pw@host/v1', {}],
  ['https://host/v1?key=1', {}],
  ['http://models.example/v1', { SITREP_READER_KEY: 'sk-1' }],
  ['https://host/v1', { SITREP_READER_KEY: 'a\nb' }],
  ['https://host/v1', { SITREP_READER_TOKENS: '-5' }],
  ['https://host/v1', { SITREP_READER_TIMEOUT: 'soon' }],
  ['https://host/v1', { SITREP_READER_CONCURRENCY: '0' }],
])('%s %j is refused with the reason', (url, more) => {
  const choice = at(url, more)
  expect(choice.on).toBe(false)
  expect(choice.on ? null : choice.wrong).toMatch(/SITREP_READER_/)
})

test('what is set is told, the key never', () => {
  const words = settingsInWords(at('https://models.example/v1/', { SITREP_READER_KEY: 'sk-secret' }))
  expect(words).toBe('on: m at https://models.example/v1, with a key; 120 s an answer, 40000 tokens a report, 2 at once')
  expect(settingsInWords(at('http://127.0.0.1:8080/v1', { SITREP_READER_KEY: 'sk-secret' }))).not.toContain('sk-secret')
  expect(settingsInWords(at('http://box.example/v1'))).toContain('unencrypted')
})
