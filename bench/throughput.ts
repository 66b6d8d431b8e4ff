// `npm run bench`: how fast reading and the ledger are, each against named peers in the same process.
import { ledgerSpeed } from './ledger.ts'
import { readingSpeed, readingTable } from './reading.ts'

const reports = Number(process.argv[2] ?? 300)
console.log('Reading')
const reading = await readingSpeed(reports)
process.stdout.write(
  reading ? readingTable(reading) : '  no texts: neither ../shared/data/bulk.jsonl.gz nor examples/ is there\n',
)

console.log('\nLedger (PGlite in its folder, flushed to disk; peer: bare SQLite tables with one full-text index, flushed alike)')
const ledger = await ledgerSpeed(reports)
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
console.log(`  ${ledger.reports} reports, ${ledger.claims} claims, ${ledger.megabytes.toFixed(1)} MB of text`)
console.log(
  `  ${Math.round(ledger.rowsPerSecond).toLocaleString('en')} rows/s; ${ledger.timesThePeer.toFixed(1)} times the peer's time`,
)
console.log(
  `  made in ${seconds(ledger.createMs)}, opened in ${seconds(ledger.openMs)}; a page of claims ${ledger.listMs.toFixed(0)} ms, a search ${ledger.searchMs.toFixed(0)} ms`,
)
