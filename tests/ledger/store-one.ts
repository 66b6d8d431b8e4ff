// Run as a process of its own by durable.test.ts: stores one report and says when it is acknowledged.
import { writeSync } from 'node:fs'
import { openLedger } from '../../src/ledger/open.ts'
import { item } from './sample.ts'

const ledger = await openLedger({
  dir: process.argv[2] ?? '',
  databaseUrl: null,
  now: () => new Date('2025-03-01T09:00:00Z'),
  holder: 'a test',
})
const { id } = await ledger.currentSituation()
writeSync(1, 'STORING\n')
await ledger.store(id, [item('quake.txt', 'The survey said 12 houses fell.')])
writeSync(1, 'ACKNOWLEDGED\n')
await ledger.close()
