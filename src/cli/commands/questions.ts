import { Command } from 'commander'
import { reconciliationsOf } from '../../analyse/reconciliation/of-question.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import type { Analysis, Question } from '../../model/index.ts'
import { theQuestion } from '../chosen-question.ts'
import { chosenSituation, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, limitOption, onLedger } from '../options.ts'
import { colour, err, out, plain, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'
import { questionEditCommands } from './question-edits.ts'

interface Options {
  ledger?: string
  situation?: string
  numeric?: boolean
  min: number
  limit: number
  json?: boolean
}

export function questionsCommand(): Command {
  const questions = onLedger(new Command('questions').alias('question'))
    .description(
      'List what the claims answer, with the number of independent origins; with an id, one question in full. Split, join, rename and pin them.',
    )
    .argument('[id]', 'a question')
    .option('--numeric', 'only those answered by figures')
    .option('--min <n>', 'only those with at least so many claims', Number, 1)
    .addOption(limitOption(40))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        'sitrep questions',
        'sitrep questions --numeric --min 2',
        'sitrep question q-4k2x9a',
        'sitrep question split q-4k2x9a r7k2m9qx.1.c3',
        'sitrep question rename q-4k2x9a "How many have been sent so far?"',
      ),
    )
    .action(list)
  for (const command of questionEditCommands()) questions.addCommand(command)
  return questions
}

async function list(id: string | undefined, options: Options): Promise<void> {
  await withLedger(options, 'sitrep questions', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const { analysis } = await readAndAnalyse(ledger, situation.id)
    if (id !== undefined) {
      await one(ledger, situation.id, analysis, id, options)
      return
    }
    const wanted = analysis.questions.filter((q) => (!options.numeric || q.kind === 'numeric') && q.members.length >= options.min)
    const shown = wanted.slice(0, options.limit)
    if (options.json) {
      for (const question of shown) out(JSON.stringify(question))
      return
    }
    if (shown.length === 0) out('No questions.')
    else out(questionTable(shown))
    if (wanted.length > shown.length) err(`${wanted.length - shown.length} more; --limit ${wanted.length} shows all.`)
  })
}

export function questionTable(rows: readonly Question[]): string {
  return table(
    [{ head: 'question' }, { head: 'origins', align: 'right' }, { head: 'claims', align: 'right' }, { head: 'what is asked' }],
    rows.map((q) => [
      q.id,
      q.origins.length >= 2 ? colour.green(String(q.origins.length)) : String(q.origins.length),
      String(q.members.length),
      plain(q.name),
    ]),
  )
}

async function one(ledger: Ledger, situation: string, analysis: Analysis, id: string, options: Options): Promise<void> {
  const question = theQuestion(analysis, id)
  if (options.json) {
    out(JSON.stringify(question))
    return
  }
  out(colour.bold(plain(question.name)))
  out(`${question.id} · ${question.kind} · ${question.frame}`)
  if (!question.id.startsWith(id)) out(colour.dim(`${id} is now ${question.id}`))
  if (question.edited)
    out(
      colour.dim(
        `edited by an analyst (${question.edited.by.join(', ')})${question.edited.madeName === question.name ? '' : `; the program’s name for it: ${plain(question.edited.madeName)}`}`,
      ),
    )
  out(plain(question.originsWhy))
  showArithmetic(question, analysis)
  out('')
  const claims = new Map((await ledger.claims(situation, { question: question.id }, { limit: 1000 })).map((row) => [row.id, row]))
  out(
    table(
      [
        { head: 'claim' },
        { head: 'stance' },
        { head: 'origin', max: 28 },
        { head: 'outlet', max: 18 },
        { head: 'content, and why it is here' },
      ],
      question.members.map((member) => {
        const row = claims.get(member.claim)
        const origin = member.lineage.known ? originName(question, member.lineage.origin) : 'not recorded'
        return [
          member.claim,
          member.stance,
          plain(origin),
          plain(row?.outlet ?? '–'),
          `${plain(row?.text ?? '')}\n${colour.dim(plain(member.why))}`,
        ]
      }),
    ),
  )
}

/** What the figures make of each other: what does not add up stands out. */
export function showArithmetic(question: Question, analysis: Analysis): void {
  for (const { verdict, why } of reconciliationsOf(question, analysis))
    out(
      verdict === 'mismatch'
        ? `${colour.red('does not add up')}: ${plain(why)}`
        : `${colour.dim(verdict === 'implies' ? 'follows' : 'adds up')}: ${plain(why)}`,
    )
}

function originName(question: Question, id: string): string {
  return question.origins.find((origin) => origin.id === id)?.name ?? id
}
