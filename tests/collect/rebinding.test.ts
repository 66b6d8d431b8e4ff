import { expect, test, vi } from 'vitest'
import { publicLookup } from '../../src/collect/public-address.ts'
import { collected } from './inputs.ts'

/** Names as a hostile DNS would answer them. */
const NAMES: Record<string, readonly string[]> = {
  'inside.example': ['10.0.0.5'],
  'metadata.example': ['169.254.169.254'],
  'six.example': ['::ffff:127.0.0.1', 'fd00::1'],
  'both.example': ['127.0.0.1', '93.184.216.34'],
}
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup: (host: string, _: unknown, callback: (error: null, found: { address: string; family: number }[]) => void) =>
    callback(
      null,
      (NAMES[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
}))

test.each(['inside.example', 'metadata.example', 'six.example'])('%s, whose name leads inside, is refused', async (host) => {
  const [item] = await collected([`http://${host}/story`])
  expect(item).toMatchObject({ ok: false, reason: 'refused address' })
  expect(item?.ok === false && item.detail).toContain(host)
})

test('of several answers only the public ones are connected to', () => {
  publicLookup(80)('both.example', { all: true }, (error, addresses) => {
    expect(error).toBeNull()
    expect(addresses).toEqual([{ address: '93.184.216.34', family: 4 }])
  })
  expect.assertions(2)
})
