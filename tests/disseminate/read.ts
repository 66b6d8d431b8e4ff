import { collect } from '../../src/collect/index.ts'
import { shippedReader } from '../../src/flow/read-one.ts'
import { NO_METADATA, type ReadReport, type SituationInput } from '../../src/model/index.ts'

export interface Written {
  readonly id: string
  readonly outlet: string | null
  readonly published: string | null
  readonly title?: string
  readonly text: string
}

/** Reports of our own, read by the reader that ships. */
export async function readAll(reports: readonly Written[]): Promise<SituationInput> {
  const read = await shippedReader()
  return {
    edits: [],
    reports: reports.map(
      ({ id, outlet, published, title = null, text }): ReadReport => ({
        report: id,
        version: `${id}.1`,
        address: `https://example.org/${id}`,
        capturedAt: '2025-03-01T00:00:00Z',
        sha256: id.padEnd(64, '0'),
        text,
        metadata: { ...NO_METADATA, outlet, published, title },
        reading: read({ text, title, outlet, published, language: 'en' }),
      }),
    ),
  }
}

/** A folder of reports as a situation, without a ledger. */
export async function readFolder(folder: string): Promise<SituationInput> {
  const written: Written[] = []
  const now = (): Date => new Date(Date.UTC(2025, 2, 1))
  for await (const item of collect([folder], { given: {}, now, stdin: process.stdin })) {
    if (!item.ok) throw new Error(`${item.address}: ${item.reason}: ${item.detail}`)
    const { text, metadata } = item.report
    const { outlet, published, title } = metadata
    written.push({
      id: `r${String(written.length).padStart(3, '0')}`,
      outlet,
      published,
      text,
      ...(title === null ? {} : { title }),
    })
  }
  return readAll(written)
}
