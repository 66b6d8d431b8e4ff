import { Command, Option } from 'commander'
import { type EnvelopeStep, envelope } from '../../analyse/figures/envelope.ts'
import { type FigurePoint, figurePoints } from '../../analyse/figures/points.ts'
import { figureChart } from '../../disseminate/figure-chart.ts'
import { figuresCsv } from '../../disseminate/figure-csv.ts'
import { figureSvg } from '../../disseminate/figure-svg.ts'
import { theQuestion } from '../chosen-question.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, onLedger } from '../options.ts'
import { colour, out, plain, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'
import { showArithmetic } from './questions.ts'

interface Options extends LedgerOptions {
  format: 'text' | 'json' | 'csv' | 'svg'
}

export function figuresCommand(): Command {
  return onLedger(new Command('figures'))
    .description(
      'Show every figure of a question by speaker, and the envelope over time: the latest of each origin, median and full range.',
    )
    .argument('<question>', 'a question, by id')
    .addOption(
      new Option('--format <format>', 'as a chart in the terminal, as data, or as a chart in a file')
        .choices(['text', 'json', 'csv', 'svg'])
        .default('text'),
    )
    .addHelpText(
      'after',
      examples(
        'sitrep figures q-4k2x9a',
        'sitrep figures q-4k2x9a --format csv > figures.csv',
        'sitrep figures q-4k2x9a --format svg > figures.svg',
      ),
    )
    .action((id: string, options: Options) =>
      withLedger(options, 'sitrep figures', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        const question = theQuestion(analysis, id)
        const { reports } = await ledger.situationInput(situation.id)
        const points = figurePoints(question, reports, analysis.mutations)
        const steps = envelope(points)
        if (options.format === 'json')
          out(JSON.stringify({ question: question.id, name: question.name, figures: points, envelope: steps }))
        else if (options.format === 'csv') out(figuresCsv(points).trimEnd())
        else if (options.format === 'svg') out(svg(points, steps, question.name))
        else {
          out(colour.bold(plain(question.name)))
          if (points.length === 0) out('No figures answer it.')
          else {
            out(pointTable(points))
            out('')
            for (const line of chart(steps)) out(line)
            showArithmetic(question, analysis)
          }
        }
      }),
    )
}

function svg(points: readonly FigurePoint[], steps: readonly EnvelopeStep[], name: string): string {
  const chart = figureChart(points, steps, { width: 760, height: 340 })
  if (chart === null) throw new UserError('No figure that answers it has a day: there is nothing to draw.', EXIT.notFound)
  return figureSvg(chart, name).trimEnd()
}

function pointTable(points: readonly FigurePoint[]): string {
  return table(
    [
      { head: 'as of' },
      { head: 'figure', max: 30 },
      { head: 'range', align: 'right' },
      { head: 'modality' },
      { head: 'origin', max: 30 },
      { head: 'claim' },
    ],
    points.map((point) => [
      point.asOf ?? '–',
      plain(point.words),
      range(point),
      point.stance === 'asserts' ? point.modality : point.stance,
      plain(point.speaker),
      point.mutation !== null
        ? `${point.claim} (${point.mutation})`
        : point.superseded
          ? colour.dim(`${point.claim} (superseded)`)
          : point.claim,
    ]),
  )
}

/** "1,500", "1,500–3,000", "from 3,000", "up to 12,000". */
function range({ low, best, high }: Pick<FigurePoint, 'low' | 'best' | 'high'>): string {
  if (low !== null && high !== null) return low === high ? number(low) : `${number(low)}–${number(high)}`
  if (low !== null) return `from ${number(low)}`
  if (high !== null) return `up to ${number(high)}`
  return best === null ? '–' : number(best)
}

const WIDTH = 48

/** One line a step: the range as a bar, the median as a dot, an open side as an arrow. */
export function chart(steps: readonly EnvelopeStep[]): readonly string[] {
  const most = Math.max(1, ...steps.flatMap((step) => [step.low ?? 0, step.best ?? 0, step.high ?? 0]))
  const place = (value: number): number => Math.max(0, Math.min(WIDTH - 1, Math.round((value / most) * (WIDTH - 1))))
  return steps.map((step) => {
    const cells = Array.from({ length: WIDTH }, () => ' ')
    const from = place(step.low ?? 0)
    const to = place(step.high ?? most)
    for (let i = from; i <= to; i++) cells[i] = '─'
    if (step.low === null) cells[from] = '‹'
    if (step.high === null) cells[to] = '›'
    if (step.best !== null) cells[place(step.best)] = '●'
    const origins = step.origins === 1 ? '1 origin' : `${step.origins} origins`
    const best = step.best === null ? '' : `, median ${number(step.best)}`
    return `${step.day} ${cells.join('')} ${range(step)}${best}, ${origins}${step.fell ? ', fell' : ''}`
  })
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}
