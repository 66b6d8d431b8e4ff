import type { Ledger, Stored } from '../ledger/ledger.ts'
import type { Collected } from '../model/index.ts'

/** What became of one input: stored durably, or refused with the reason. */
export type Added =
  | {
      readonly ok: true
      readonly address: string
      readonly stored: Stored
      readonly warnings: readonly string[]
      readonly title: string | null
    }
  | { readonly ok: false; readonly address: string; readonly reason: string; readonly detail: string }

/** A batch is flushed to disk as one: large enough to share the cost, small enough to acknowledge soon. */
const BATCH_REPORTS = 64
const BATCH_BYTES = 16 * 1024 * 1024
const PATIENCE_MS = 300

type Good = Extract<Collected, { ok: true }>

/**
 * Stores what collection yields, batch by batch, and answers for each input, in order, once it is durable.
 * @throws what the ledger throws when it can't store at all (a full disk, say): inputs not yet answered for are not stored
 */
export async function* addCollected(ledger: Ledger, situation: string, inputs: AsyncIterable<Collected>): AsyncGenerator<Added> {
  const iterator = inputs[Symbol.asyncIterator]()
  let batch: Collected[] = []
  let bytes = 0
  for (;;) {
    const next = iterator.next()
    if (batch.length > 0 && (await slow(next))) {
      yield* storeBatch(ledger, situation, batch)
      batch = []
      bytes = 0
    }
    const { done, value: input } = await next
    if (done) break
    batch.push(input)
    if (input.ok) bytes += input.bytes.byteLength + input.report.text.length
    if (batch.length < BATCH_REPORTS && bytes < BATCH_BYTES) continue
    yield* storeBatch(ledger, situation, batch)
    batch = []
    bytes = 0
  }
  yield* storeBatch(ledger, situation, batch)
}

/** True when the next input takes so long (a web address, a slow pipe) that what is there should be stored meanwhile. */
async function slow(next: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const waited = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), PATIENCE_MS)
  })
  try {
    return await Promise.race([
      waited,
      next.then(
        () => false,
        () => false,
      ),
    ])
  } finally {
    clearTimeout(timer)
  }
}

async function* storeBatch(ledger: Ledger, situation: string, batch: readonly Collected[]): AsyncGenerator<Added> {
  const good = batch.filter((input): input is Good => input.ok)
  const stored =
    good.length === 0
      ? []
      : await ledger.store(
          situation,
          good.map(({ report, bytes }) => ({ report, bytes })),
        )
  let next = 0
  for (const input of batch) {
    if (!input.ok) {
      yield { ok: false, address: input.address, reason: input.reason, detail: input.detail }
      continue
    }
    const outcome = stored[next++]
    if (outcome === undefined) throw new Error(`the ledger answered for ${stored.length} of ${good.length} reports`)
    const { address, metadata } = input.report
    yield { ok: true, address, stored: outcome, warnings: input.warnings, title: metadata.title }
  }
}
