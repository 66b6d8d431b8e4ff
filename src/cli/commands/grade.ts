import { Argument, Command } from 'commander'
import { recordOf } from '../../analyse/sources/record.ts'
import { type Analysis, RELIABILITY, type Reliability, type Source } from '../../model/index.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { out, plain, plural, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'
import { needSource } from './sources.ts'

interface Options extends LedgerOptions {
  json?: boolean
}

const GRADES = Object.keys(RELIABILITY) as Reliability[]

export function gradeCommand(): Command {
  return onLedger(new Command('grade'))
    .description(
      'Grade how reliable a source is, A to F on the Admiralty scale: your judgement, which the program never makes. Shows its record beside it, not how credible its claims are. Undone with `sources undo`.',
    )
    .argument('[source]', 'a source, by id or name; all that are graded when left out')
    .addArgument(
      new Argument(
        '[reliability]',
        'A completely reliable … E unreliable, F cannot be judged; shows the record when left out',
      ).choices(GRADES),
    )
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep grade', 'sitrep grade "Harbour Office"', 'sitrep grade s-4k2x9a B'))
    .action(grade)
}

async function grade(wanted: string | undefined, reliability: Reliability | undefined, options: Options): Promise<void> {
  await withLedger(options, 'sitrep grade', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const { analysis } = await readAndAnalyse(ledger, situation.id)
    if (wanted === undefined) return list(analysis, options)
    const source = needSource(analysis, wanted)
    if (reliability === undefined) return show(source, analysis, options)
    const made = await ledger.appendEdit(situation.id, { kind: 'gradeSource', source: source.id, reliability })
    out(
      `${made.id}: ${plain(source.name)} is graded ${inWords(reliability)}${source.graded ? `, after ${source.graded.reliability}` : ''}.`,
    )
    out(`\`sitrep sources undo ${made.id}\` takes it back.`)
  })
}

function list(analysis: Analysis, options: Options): void {
  const graded = analysis.sources.filter((source) => source.graded !== undefined)
  if (options.json) for (const source of graded) out(JSON.stringify({ ...source, record: recordOf(source.id, analysis) }))
  else if (graded.length === 0) out('No source is graded. `sitrep grade SOURCE A` grades one.')
  else
    out(
      table(
        [{ head: 'source' }, { head: 'grade' }, { head: 'name', max: 40 }, { head: 'record' }],
        graded.map((source) => [
          source.id,
          source.graded?.reliability ?? '',
          plain(source.name),
          recordInWords(source, analysis),
        ]),
      ),
    )
}

function show(source: Source, analysis: Analysis, options: Options): void {
  if (options.json) {
    out(JSON.stringify({ ...source, record: recordOf(source.id, analysis) }))
    return
  }
  out(`${plain(source.name)} · ${source.kind} · ${source.id}`)
  out(source.graded ? `graded ${inWords(source.graded.reliability)} (${source.graded.edit})` : 'not graded')
  out(recordInWords(source, analysis))
}

function inWords(reliability: Reliability): string {
  return `${reliability}, ${RELIABILITY[reliability]}`
}

function recordInWords(source: Source, analysis: Analysis): string {
  const { claims, questions, borneOut, disputed } = recordOf(source.id, analysis)
  return `${plural(claims, 'claim')}; origin in ${plural(questions, 'question')}, ${borneOut} borne out by another origin, ${disputed} disputed`
}
