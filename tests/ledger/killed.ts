// Run as a process of its own by faults.test.ts: stores batches and reads them, saying on standard output what is acknowledged,
// until it is killed.
import { writeSync } from 'node:fs'
import { openLedger } from '../../src/ledger/open.ts'
import { item, READER, readMany } from './sample.ts'

const [dir = '', first = '0'] = process.argv.slice(2)
const ledger = await openLedger({
  dir,
  databaseUrl: null,
  now: () => new Date('2025-03-01T09:00:00Z'),
  holder: 'the process that is killed',
})
const { id } = await ledger.currentSituation()
writeSync(1, 'OPEN\n')
for (let i = Number(first); ; i += 5) {
  const batch = Array.from({ length: 5 }, (_, k) =>
    item(`wire/${i + k}`, `The depot said ${i + k} tonnes of grain burned. Rain may fall at Port Marlow.`),
  )
  const stored = await ledger.store(id, batch)
  writeSync(1, `${stored.map((s) => s.report).join(' ')}\n`)
  if (i % 15 === 0) await ledger.readQueued(READER, readMany)
}
