// Speed of the analysis on made-up situations: `node bench/analyse.ts [reports] [claims a report]`.
// No peer does the same work; the second run at four times the size shows how the time grows.
import { analyse } from '../src/analyse/index.ts'
import { madeUp } from './made-up.ts'

const reports = Number(process.argv[2] ?? 1000)
const claims = Number(process.argv[3] ?? 25)
for (const size of [Math.ceil(reports / 4), reports]) {
  const input = { reports: Array.from({ length: size }, (_, n) => madeUp(n, claims)), edits: [] }
  const from = performance.now()
  const before = process.cpuUsage()
  const analysis = analyse(input)
  const took = performance.now() - from
  const { user, system } = process.cpuUsage(before)
  const perClaim = (user + system) / (size * claims)
  console.log(
    `${size} reports, ${size * claims} claims: ${Math.round(took)} ms (${perClaim.toFixed(0)} µs of processor time a claim), ${analysis.questions.length} questions, ${analysis.sources.length} sources`,
  )
}
