import { type Command, InvalidArgumentError, Option } from 'commander'

/** Adds what every command that opens the ledger takes. */
export function onLedger(command: Command): Command {
  return command
    .option('--ledger <dir>', "the ledger folder (default: $SITREP_LEDGER, else the platform's data folder)")
    .option('--situation <name>', 'the situation to work in, by name or id (default: the one in use)')
}

export function jsonOption(): Option {
  return new Option('--json', 'print JSON, one object a line')
}

export function limitOption(byDefault: number): Option {
  return new Option('--limit <n>', 'at most so many rows').default(byDefault).argParser(positiveWhole)
}

export function positiveWhole(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number from 1.')
  return number
}

/** An ISO 8601 date or date-time. */
export function isoDate(value: string): string {
  if (
    !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) ||
    Number.isNaN(Date.parse(value))
  ) {
    throw new InvalidArgumentError('It must be a date like 2024-10-18 or 2024-10-18T09:30:00Z.')
  }
  return value
}

/** Examples under a command's help. */
export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}`
}
