import { Command } from 'commander'
import { type QuestionWish, questionDraft } from '../../analyse/questions/drafts.ts'
import type { Analysis } from '../../model/index.ts'
import { theQuestion } from '../chosen-question.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { change, showMoved } from '../moved.ts'
import { jsonOption, onLedger } from '../options.ts'
import { err, out, plain } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'
import { describe } from './edits.ts'

interface Options extends LedgerOptions {
  json?: boolean
  from?: string
}

/** What an analyst can do to questions: split, join, rename, pin; each a command under `sitrep question`. */
export function questionEditCommands(): readonly Command[] {
  return [
    onLedger(new Command('split'))
      .description(
        'Take claims out of a question into one of their own; later claims that say the same go with them. Undone with `sitrep undo`.',
      )
      .argument('<question>', 'the question')
      .argument('<claims...>', 'the claims that answer something else')
      .addOption(jsonOption())
      .action((question: string, claims: string[], _: unknown, command: Command) =>
        edit(command, (analysis) => ({ kind: 'splitQuestion', question: theQuestion(analysis, question).id, claims })),
      ),
    onLedger(new Command('join'))
      .description('Make one question of two. Undone with `sitrep undo`.')
      .argument('<keep>', 'the question that keeps its id, name and frame of reference')
      .argument('<other>', 'the question that asks the same')
      .addOption(jsonOption())
      .action((keep: string, other: string, _: unknown, command: Command) =>
        edit(command, (analysis) => ({
          kind: 'joinQuestions',
          keep: theQuestion(analysis, keep).id,
          merge: theQuestion(analysis, other).id,
        })),
      ),
    onLedger(new Command('rename'))
      .description('Give a question a name of your own. Undone with `sitrep undo`.')
      .argument('<question>', 'the question')
      .argument('<name>', 'what it asks, in one line')
      .addOption(jsonOption())
      .action((question: string, name: string, _: unknown, command: Command) =>
        edit(command, (analysis) => ({
          kind: 'renameQuestion',
          question: theQuestion(analysis, question).id,
          name: oneLine(name),
        })),
      ),
    onLedger(new Command('pin'))
      .description(
        'Hold a claim in a question, whatever the grouping makes of it later; it leaves the one it stands in. Undone with `sitrep undo`.',
      )
      .argument('<claim>', 'the claim')
      .argument('<question>', 'the question that it answers')
      .option('--from <question>', 'the question it leaves, where it stands in more than one')
      .addOption(jsonOption())
      .action((claim: string, question: string, _: unknown, command: Command) =>
        edit(command, (analysis, { from }) => {
          const target = theQuestion(analysis, question).id
          return { kind: 'pinClaim', claim, question: target, from: leaves(claim, target, from, analysis) }
        }),
      ),
  ]
}

/** The question that a pinned claim leaves: the one named, else the only other one it stands in. */
function leaves(claim: string, target: string, from: string | undefined, analysis: Analysis): string | null {
  if (from !== undefined) return theQuestion(analysis, from).id
  const standing = analysis.questions.filter((q) => q.members.some((m) => m.claim === claim)).map((q) => q.id)
  if (standing.includes(target)) return null
  if (standing.length > 1)
    throw new UserError(`${claim} stands in ${standing.join(' and ')}: say with --from which of them it leaves.`, EXIT.usage)
  return standing[0] ?? null
}

/** @throws UserError when nothing is left of the name, or too much */
function oneLine(name: string): string {
  const line = name.replace(/\s+/gu, ' ').trim()
  if (line === '' || line.length > 300)
    throw new UserError(line === '' ? 'The name is empty.' : 'The name is longer than 300 characters.', EXIT.usage)
  return line
}

async function edit(command: Command, wanted: (analysis: Analysis, options: Options) => QuestionWish): Promise<void> {
  const options = command.optsWithGlobals<Options>()
  await withLedger(options, 'sitrep question', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const before = (await readAndAnalyse(ledger, situation.id)).analysis
    const drafted = questionDraft(wanted(before, options), before)
    if ('wrong' in drafted) throw new UserError(`${drafted.wrong}.`, drafted.missing ? EXIT.notFound : EXIT.usage)
    const made = await change(ledger, situation, before, drafted.draft)
    const { analysis: after } = await readAndAnalyse(ledger, situation.id)
    if (options.json) {
      out(JSON.stringify({ edit: made.edit.id, moved: made.leaning.questions }))
      return
    }
    out(`${describe(made.edit)}.`)
    for (const { edit: id, why } of after.overruled ?? [])
      if (id === made.edit.id)
        err(`It holds nothing: ${plain(why)}. \`sitrep undo ${made.edit.id}\` takes it off the record of what is in force.`)
    if (made.edit.kind !== 'renameQuestion') showMoved(made.edit.id, made.leaning)
    out(`\`sitrep undo ${made.edit.id}\` takes it back.`)
  })
}
