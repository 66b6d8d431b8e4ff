import { Command } from 'commander'
import type { Ledger } from '../../ledger/ledger.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, onLedger } from '../options.ts'
import { colour, err, out } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  port: number
  host: string
}

export const DEFAULT_PORT = 7310

export function serveCommand(): Command {
  return onLedger(new Command('serve'))
    .description('Open the desk: the web app and its API, for this machine only.')
    .option('--port <n>', 'the port; 0 takes any that is free', port, DEFAULT_PORT)
    .option('--host <address>', 'the loopback address to listen on', '127.0.0.1')
    .addHelpText('after', examples('sitrep serve', 'sitrep serve --port 0 --ledger ./ledger'))
    .action((options: Options) =>
      withLedger(options, `sitrep serve on http://${options.host}:${options.port}`, (ledger) => serve(ledger, options)),
    )
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65535)
    throw new UserError(`--port ${value}: it must be 0 to 65535.`, EXIT.usage)
  return number
}

/** Serves until Ctrl-C. A port that is taken is replaced by a free one when it was not asked for by name. */
export async function serve(ledger: Ledger, options: Options): Promise<void> {
  const { createDesk } = await import('../../desk/server.ts')
  const situation = await chosenSituation(ledger, options)
  await readAndAnalyse(ledger, situation.id)
  const open = (wanted: number) => createDesk({ ledger, host: options.host, port: wanted })
  const desk = await open(options.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && options.port === DEFAULT_PORT) {
      err(`Port ${options.port} is taken; using a free one.`)
      return open(0)
    }
    if (error.code === 'EADDRINUSE')
      throw new UserError(`port ${options.port} is taken by another program. --port 0 takes a free one.`, EXIT.io)
    throw error
  })
  out(`The desk is open at ${colour.bold(desk.url)}  (Ctrl-C closes it)`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
  await desk.close()
}
