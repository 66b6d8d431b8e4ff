import { Argument, Command, Option } from 'commander'
import { questionDraft } from '../../analyse/questions/drafts.ts'
import { type Confidence, LIKELIHOOD, type Likelihood } from '../../model/index.ts'
import { theQuestion } from '../chosen-question.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, onLedger } from '../options.ts'
import { out } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  likelihood?: Likelihood
  confidence?: Confidence
}

export function judgeCommand(): Command {
  return onLedger(new Command('judge'))
    .description(
      'Put down your judgement of a question in your own words, with a likelihood and, told apart from it, a confidence. It stands in the SITREP as yours; a later one takes its place. Undone with `sitrep undo`.',
    )
    .addArgument(new Argument('<question>', 'the question'))
    .addArgument(new Argument('<text>', 'the judgement, a sentence without words of likelihood'))
    .addOption(new Option('--likelihood <words>', 'how likely it is (ICD 203)').choices(Object.keys(LIKELIHOOD) as Likelihood[]))
    .addOption(new Option('--confidence <level>', 'how well founded the judgement is').choices(['low', 'moderate', 'high']))
    .addHelpText(
      'after',
      examples('sitrep judge q-4k2x9a "The bridge has been closed to lorries." --likelihood "very likely" --confidence moderate'),
    )
    .action((id: string, text: string, options: Options) =>
      withLedger(options, 'sitrep judge', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        const line = text.replace(/\s+/gu, ' ').trim()
        if (line === '' || line.length > 1000)
          throw new UserError(
            line === '' ? 'The judgement is empty.' : 'The judgement is longer than 1,000 characters.',
            EXIT.usage,
          )
        const drafted = questionDraft(
          {
            kind: 'judgeQuestion',
            question: theQuestion(analysis, id).id,
            text: line,
            likelihood: options.likelihood ?? null,
            confidence: options.confidence ?? null,
          },
          analysis,
        )
        if ('wrong' in drafted) throw new UserError(`${drafted.wrong}.`, EXIT.notFound)
        const made = await ledger.appendEdit(situation.id, drafted.draft)
        out(
          `${made.id}: kept. \`sitrep weigh ${theQuestion(analysis, id).id}\` shows it, \`sitrep undo ${made.id}\` takes it back.`,
        )
      }),
    )
}
