import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { addCommand } from './commands/add.ts'
import { backupCommand, restoreCommand } from './commands/backup.ts'
import { briefCommand } from './commands/brief.ts'
import { changesCommand } from './commands/changes.ts'
import { claimsCommand } from './commands/claims.ts'
import { doctorCommand } from './commands/doctor.ts'
import { editsCommand } from './commands/edits.ts'
import { figuresCommand } from './commands/figures.ts'
import { gradeCommand } from './commands/grade.ts'
import { judgeCommand } from './commands/judge.ts'
import { mutationsCommand } from './commands/mutations.ts'
import { originsCommand } from './commands/origins.ts'
import { placesCommand } from './commands/places.ts'
import { questionsCommand } from './commands/questions.ts'
import { readCommand } from './commands/read.ts'
import { reportsCommand } from './commands/reports.ts'
import { retractCommand, undoCommand } from './commands/retract.ts'
import { serveCommand } from './commands/serve.ts'
import { situationCommand } from './commands/situation.ts'
import { sourcesCommand } from './commands/sources.ts'
import { startCommand } from './commands/start.ts'
import { statusCommand } from './commands/status.ts'
import { weighCommand } from './commands/weigh.ts'
import { EXIT, EXIT_MEANING } from './exit-codes.ts'
import { onLedger } from './options.ts'

export const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

/** The whole command line. Also what docs/CLI.md is made from. */
export function program(): Command {
  const sitrep = new Command('sitrep')
    .description('Turns a stream of reports into a sourced picture of a developing situation.')
    .version(VERSION)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .showSuggestionAfterError()
  for (const command of [
    addCommand(),
    readCommand(),
    claimsCommand(),
    questionsCommand(),
    originsCommand(),
    figuresCommand(),
    mutationsCommand(),
    weighCommand(),
    gradeCommand(),
    judgeCommand(),
    changesCommand(),
    sourcesCommand(),
    retractCommand(),
    editsCommand(),
    undoCommand(),
    reportsCommand(),
    placesCommand(),
    briefCommand(),
    serveCommand(),
    situationCommand(),
    statusCommand(),
    doctorCommand(),
    backupCommand(),
    restoreCommand(),
    startCommand(),
  ]) {
    withExitOverride(command)
    sitrep.addCommand(command)
  }
  onLedger(sitrep).hook('preAction', (_, command) => {
    // `sitrep --ledger DIR brief` means what `sitrep brief --ledger DIR` does.
    for (const [name, value] of Object.entries(sitrep.opts())) {
      if (command.getOptionValue(name) === undefined) command.setOptionValue(name, value)
    }
  })
  sitrep.addHelpText('after', `\n${firstSteps()}\n\n${exitCodes()}`)
  return sitrep
}

function withExitOverride(command: Command): void {
  command.exitOverride().showHelpAfterError('(--help shows what there is)')
  for (const sub of command.commands) withExitOverride(sub)
}

function firstSteps(): string {
  return `First steps:
  $ sitrep situation new "Flooding in the delta"
  $ sitrep add reports/ https://example.org/story.html
  $ sitrep brief
  $ sitrep serve`
}

export function exitCodes(): string {
  const lines = Object.entries(EXIT).map(
    ([name, code]) => `  ${String(code).padStart(3)}  ${EXIT_MEANING[name as keyof typeof EXIT]}`,
  )
  return `Exit codes:\n${lines.join('\n')}`
}
