import { Argument, Command } from 'commander'
import { recordOf } from '../../analyse/sources/record.ts'
import { weigh } from '../../analyse/weighing/weigh.ts'
import {
  type Analysis,
  CREDIBILITY,
  type Credibility,
  type ItemCredibility,
  type Question,
  RELIABILITY,
  type Reliability,
  type SituationInput,
  type Source,
} from '../../model/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { change, type Made, showMoved } from '../moved.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { out, plain, plural, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'
import { describe } from './edits.ts'
import { needSource } from './sources.ts'

interface Options extends LedgerOptions {
  json?: boolean
}

const GRADES = Object.keys(RELIABILITY) as Reliability[]
const CREDIBILITIES = Object.keys(CREDIBILITY)

export function gradeCommand(): Command {
  return onLedger(new Command('grade'))
    .description(
      'Grade how reliable a source is, A to F, or how credible a claim is, 1 to 6, on the Admiralty scale, each without a look at the other. Reliability is your judgement alone, which the program never makes; its record stands beside it. Undone with `sitrep undo`.',
    )
    .argument('[target]', 'a source, by id or name, or a claim by id; all sources that are graded when left out')
    .addArgument(
      new Argument(
        '[grade]',
        'of a source A completely reliable … E unreliable, F cannot be judged; of a claim 1 confirmed … 5 improbable, 6 cannot be judged; shows what there is to grade by when left out',
      ).choices([...GRADES, ...CREDIBILITIES]),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('sitrep grade', 'sitrep grade "Harbour Office"', 'sitrep grade s-4k2x9a B', 'sitrep grade r7k2m9qx.1.c3 2'),
    )
    .action(grade)
}

async function grade(wanted: string | undefined, given: string | undefined, options: Options): Promise<void> {
  await withLedger(options, 'sitrep grade', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const { analysis } = await readAndAnalyse(ledger, situation.id)
    if (wanted === undefined) return list(analysis, options)
    const reliability = GRADES.find((grade) => grade === given)
    if ((await ledger.claim(situation.id, wanted)) !== null) {
      const input = await ledger.situationInput(situation.id)
      if (given === undefined) return showItems(wanted, input, analysis, options)
      if (reliability) throw new UserError(`${wanted} is a claim: it is graded 1 to 6. A to F is for sources.`, EXIT.usage)
      const before = weighed(wanted, input, analysis)
      if (before.length === 0)
        throw new UserError(`${wanted} answers no question, so that nothing speaks for or against it.`, EXIT.usage)
      const credibility = Number(given) as Credibility
      return tell(await change(ledger, situation, analysis, { kind: 'gradeItem', claim: wanted, credibility }), options)
    }
    const source = needSource(analysis, wanted)
    if (given === undefined) return show(source, analysis, options)
    if (!reliability) throw new UserError(`${wanted} is a source: it is graded A to F. 1 to 6 is for claims.`, EXIT.usage)
    return tell(
      await change(ledger, situation, analysis, { kind: 'gradeSource', source: source.id, reliability }),
      options,
      source.name,
    )
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

/** What there is to grade a claim by: all that speaks for and against it, and not how reliable anybody is. */
function showItems(claim: string, input: SituationInput, analysis: Analysis, options: Options): void {
  const found = weighed(claim, input, analysis)
  if (options.json) {
    out(JSON.stringify(found.map(({ question, item }) => ({ question: question.id, ...item }))))
    return
  }
  if (found.length === 0) out(`${claim} answers no question, so that nothing speaks for or against it.`)
  for (const { question, item } of found) {
    out(plain(question.name))
    out(item.graded ? `graded ${inNumber(item.graded.credibility)} (${item.graded.edit})` : 'not graded')
    out(item.grade === null ? 'it states nothing that could be true' : `proposed: ${inNumber(item.grade)}`)
    for (const { effect, why } of item.factors) out(`  ${SIGN[effect]} ${plain(why)}`)
  }
}

const SIGN = { for: '+', against: '−', none: '·' } as const

function inNumber(credibility: Credibility): string {
  return `${credibility}, ${CREDIBILITY[credibility]}`
}

function weighed(
  claim: string,
  input: SituationInput,
  analysis: Analysis,
): readonly { readonly question: Question; readonly item: ItemCredibility }[] {
  return analysis.questions
    .filter(({ members }) => members.some((member) => member.claim === claim))
    .flatMap((question) =>
      weigh(question, { ...input, analysis })
        .items.filter((item) => item.claim === claim)
        .map((item) => ({ question, item })),
    )
}

function tell({ edit, leaning }: Made, options: Options, name?: string): void {
  if (options.json) {
    out(JSON.stringify({ edit: edit.id, moved: leaning.questions, gradings: leaning.gradings, statements: leaning.statements }))
    return
  }
  out(
    `${name === undefined ? describe(edit) : `${plain(name)} is graded ${edit.kind === 'gradeSource' ? inWords(edit.reliability) : ''}`}.`,
  )
  showMoved(edit.id, leaning)
  out(`\`sitrep undo ${edit.id}\` takes it back.`)
}

function inWords(reliability: Reliability): string {
  return `${reliability}, ${RELIABILITY[reliability]}`
}

function recordInWords(source: Source, analysis: Analysis): string {
  const { claims, questions, borneOut, disputed } = recordOf(source.id, analysis)
  return `${plural(claims, 'claim')}; origin in ${plural(questions, 'question')}, ${borneOut} borne out by another origin, ${disputed} disputed`
}
