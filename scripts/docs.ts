// `npm run docs`: makes the pages that list what the code holds. A test compares them with what is committed.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { EXIT, EXIT_MEANING } from '../src/cli/exit-codes.ts'
import { program } from '../src/cli/program.ts'
import { VAGUE } from '../src/read/figures/vague.ts'
import { VARIABLES } from '../src/second/settings.ts'
import { apiPage } from './api-page.ts'

/** docs/CLI.md: every command with its arguments, options, examples and the exit codes. */
export function commandLinePage(): string {
  const lines = ['# The command line', '', '<!-- Made by `npm run docs`; a test fails when it drifts. -->', '']
  lines.push('Names, options and exit codes are API. `--help` on any command shows the same, with examples.', '')
  for (const command of program().commands) lines.push(...describe(command, 'sitrep'))
  lines.push('## Exit codes', '', '| code | meaning |', '|---|---|')
  for (const [name, code] of Object.entries(EXIT)) lines.push(`| ${code} | ${EXIT_MEANING[name as keyof typeof EXIT]} |`)
  lines.push('', '## Environment', '', '| variable | meaning |', '|---|---|')
  lines.push('| `SITREP_LEDGER` | the ledger folder, when `--ledger` is not given |')
  lines.push('| `DATABASE_URL` | a PostgreSQL server to keep the rows on; the archive stays in the ledger folder |')
  for (const [name, meaning] of Object.entries(VARIABLES)) lines.push(`| \`${name}\` | ${meaning} |`)
  lines.push('| `NO_COLOR` | no colours |', '| `SITREP_DEBUG` | show where an unexpected error arose |', '')
  return lines.join('\n')
}

function describe(command: Command, parent: string): string[] {
  const help = command.createHelp()
  const name = `${parent} ${command.name()}`
  const usage = command.registeredArguments.map((argument) =>
    argument.required ? `<${argument.name()}${argument.variadic ? '…' : ''}>` : `[${argument.name()}]`,
  )
  const lines = [`${parent === 'sitrep' ? '##' : '###'} ${[name, ...usage].join(' ')}`, '', command.description(), '']
  for (const argument of command.registeredArguments)
    if (argument.description) lines.push(`- \`${argument.name()}\`: ${argument.description}`)
  if (command.registeredArguments.some((argument) => argument.description)) lines.push('')
  const options = help.visibleOptions(command).filter((option) => option.long !== '--help')
  if (options.length > 0) {
    lines.push('| option | meaning |', '|---|---|')
    for (const option of options) lines.push(`| \`${option.flags}\` | ${help.optionDescription(option).replaceAll('|', '\\|')} |`)
    lines.push('')
  }
  for (const sub of command.commands) lines.push(...describe(sub, name))
  return lines
}

/** docs/decisions/README.md: the decisions, one line each, from their titles. */
export function decisionsPage(folder = new URL('../docs/decisions/', import.meta.url)): string {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}-.*\.md$/.test(file))
    .sort()
  const rows = files.map(
    (file) => `- [${readFileSync(new URL(file, folder), 'utf8').split('\n')[0]?.replace(/^#\s*/, '')}](${file})`,
  )
  return ['# Decisions', '', '<!-- Made by `npm run docs`; a test fails when it drifts. -->', '', ...rows, ''].join('\n')
}

/** docs/VAGUE.md: what vague quantity words are read as. */
export function vaguePage(): string {
  const number = (value: number | null): string => (value === null ? 'open' : value.toLocaleString('en'))
  return [
    '# Vague quantity words',
    '',
    '<!-- Made by `npm run docs`; a test fails when it drifts. -->',
    '',
    'What the reader makes of words that name no number: an interval without a best value. `Figure.vague` names the row.',
    '',
    'Lows follow ACLED, which takes the most conservative number that a word allows: 10 for “tens”, 12 for “dozens”, 100 for “hundreds”',
    '(*Fatalities: uses and limitations of ACLED data*, questions and answers of 27 February 2023, updated 7 May 2024). A low and a high beside each',
    'other follow the UCDP Georeferenced Event Dataset, which keeps a low, a best and a high estimate of each event (Sundberg and Melander,',
    '*Introducing the UCDP Georeferenced Event Dataset*, Journal of Peace Research 50(4), 2013). Highs are our own: the largest number for',
    'which a writer would not have taken the next word up. “More than”, “at least” and the like before a word open its high side.',
    '',
    '| word | low | high |',
    '|---|---:|---:|',
    ...VAGUE.map(({ word, low, high }) => `| ${word} | ${number(low)} | ${number(high)} |`),
    '',
  ].join('\n')
}

export const PAGES: Readonly<Record<string, () => string | Promise<string>>> = {
  'docs/CLI.md': commandLinePage,
  'docs/API.md': apiPage,
  'docs/VAGUE.md': vaguePage,
  'docs/decisions/README.md': () => decisionsPage(),
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, make] of Object.entries(PAGES)) {
    writeFileSync(new URL(`../${file}`, import.meta.url), await make())
    console.log(`wrote ${file}`)
  }
}
