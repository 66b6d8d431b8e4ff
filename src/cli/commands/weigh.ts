import { Command } from 'commander'
import { weigh } from '../../analyse/weighing/weigh.ts'
import { figureWords } from '../../disseminate/figure-words.ts'
import { answerWords } from '../../disseminate/weighed.ts'
import { CREDIBILITY, type Weighing } from '../../model/index.ts'
import { theQuestion } from '../chosen-question.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  json?: boolean
  why?: boolean
}

export function weighCommand(): Command {
  return onLedger(new Command('weigh'))
    .description(
      'Weigh the answers of a question by the independent origins behind them: support, and, each proposed and apart, likelihood, confidence and the credibility of every claim. The reliability of sources is yours to set with `grade`.',
    )
    .argument('<question>', 'the question')
    .option('--why', 'with all that speaks for and against each claim')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep weigh q-4k2x9a', 'sitrep weigh q-4k2x9a --why'))
    .action((id: string, options: Options) =>
      withLedger(options, 'sitrep weigh', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        const question = theQuestion(analysis, id)
        const { reports, edits } = await ledger.situationInput(situation.id)
        const weighing = weigh(question, { reports, analysis, edits })
        if (options.json) {
          out(JSON.stringify(weighing))
          return
        }
        out(colour.bold(plain(question.name)))
        out(plain(question.originsWhy))
        show(weighing, options.why === true)
      }),
    )
}

function show(weighing: Weighing, why: boolean): void {
  out('')
  out(colour.bold('Support'))
  out(weighing.why)
  const listed = (ids: readonly string[]): string =>
    ids.length === 0 ? '–' : ids.map((id) => weighing.names[id] ?? id).join(', ')
  out(
    table(
      [{ head: 'answer', max: 30 }, { head: 'support' }, { head: 'for', max: 40 }, { head: 'against', max: 40 }],
      weighing.answers.map((answer) => [
        plain(answerWords(answer)),
        answer.support === null
          ? '–'
          : `${percent(answer.support.share)} (${percent(answer.support.low)} to ${percent(answer.support.high)})`,
        plain(listed(answer.for)),
        plain(listed(answer.against)),
      ]),
    ),
  )
  if (weighing.middle !== null) {
    const { low, high, unit, without, origins } = weighing.middle
    const range = (from: number, to: number): string =>
      `${figureWords({ low: from, best: from === to ? from : null, high: to, bound: from === to ? 'exact' : 'between', unit, role: 'total' })}`
    out(
      `Middle of ${origins === 1 ? 'one origin' : `${origins} origins`}: ${range(low, high)}${without ? `; without any one of them from ${range(without.low, without.low)} to ${range(without.high, without.high)}` : ''}.`,
    )
  }
  out('')
  out(colour.bold('Likelihood, proposed'))
  for (const answer of weighing.answers)
    if (answer.stance === 'asserts' || answer.stance === 'denies')
      out(
        `${plain(answerWords(answer))}: ${answer.likelihood === null ? 'none' : `${answer.likelihood.words}, ${answer.likelihood.chance} % (${answer.likelihood.low} to ${answer.likelihood.high})`}. ${colour.dim(plain(answer.likelihoodWhy))}`,
      )
  out('')
  out(colour.bold('Confidence, proposed'))
  for (const answer of weighing.answers)
    if (answer.stance === 'asserts' || answer.stance === 'denies')
      out(`${plain(answerWords(answer))}: ${answer.confidence ?? 'none'}. ${colour.dim(plain(answer.confidenceWhy))}`)
  out('')
  out(colour.bold('Credibility of each claim, proposed'))
  for (const { claim, grade, graded, factors } of weighing.items) {
    const proposed = grade === null ? 'states nothing that could be true' : `${grade}, ${CREDIBILITY[grade]}`
    out(`${claim}  ${graded ? `${graded.credibility}, graded by an analyst (${graded.edit}); proposed: ${proposed}` : proposed}`)
    if (why) for (const factor of factors) out(colour.dim(`    ${SIGN[factor.effect]} ${plain(factor.why)}`))
  }
  if (weighing.judgement !== null) {
    const { text, likelihood, confidence, edit } = weighing.judgement
    out('')
    out(colour.bold(`Judgement of an analyst (${edit})`))
    out(plain(text))
    if (likelihood !== null) out(`Likelihood: ${likelihood}.`)
    if (confidence !== null) out(`Confidence: ${confidence}.`)
  }
}

const SIGN = { for: '+', against: '−', none: '·' } as const

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
