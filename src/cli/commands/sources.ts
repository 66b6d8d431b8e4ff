import { Command } from 'commander'
import type { EditDraft } from '../../ledger/ledger.ts'
import type { Analysis, Source } from '../../model/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, limitOption, onLedger } from '../options.ts'
import { colour, err, out, plain, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'
import { describe, listEdits } from './edits.ts'

interface Options extends LedgerOptions {
  json?: boolean
  limit: number
}

export function sourcesCommand(): Command {
  const sources = onLedger(new Command('sources'))
    .description('List who speaks, each source under all its names; merge, split and undo.')
    .argument('[id]', 'a source, by id or name: shows each of its names and why it was taken for this one')
    .addOption(limitOption(60))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples('sitrep sources', 'sitrep sources s-4k2x9a', 'sitrep sources merge s-4k2x9a s-9d3m1c', 'sitrep sources undo e-3'),
    )
    .action(list)
  sources.addCommand(
    onLedger(new Command('merge'))
      .description('Take two sources for one. Undone with `sources undo`.')
      .argument('<keep>', 'the source that keeps its name')
      .argument('<other>', 'the source that is taken for it')
      .action((keep: string, other: string, _: unknown, command: Command) =>
        edit(command, (analysis) => ({
          kind: 'mergeSources',
          keep: needSource(analysis, keep).id,
          merge: needSource(analysis, other).id,
        })),
      ),
  )
  sources.addCommand(
    onLedger(new Command('split'))
      .description('Take one name out of a source and let it stand for itself. Undone with `sources undo`.')
      .argument('<source>', 'the source')
      .argument('<surface>', 'the name, exactly as `sitrep sources <id>` shows it')
      .action((source: string, surface: string, _: unknown, command: Command) =>
        edit(command, (analysis) => {
          const found = needSource(analysis, source)
          if (!found.surfaces.some((s) => s.surface === surface))
            throw new UserError(
              `${found.name} has no name "${surface}". \`sitrep sources ${found.id}\` lists them.`,
              EXIT.notFound,
            )
          return { kind: 'splitSurface', source: found.id, surface }
        }),
      ),
  )
  sources.addCommand(
    onLedger(new Command('undo'))
      .description('Take back an edit. The edit stays on record, as does its undoing.')
      .argument('<edit>', 'the edit, as `sitrep edits` lists it')
      .action((id: string, _: unknown, command: Command) => edit(command, () => ({ kind: 'undo', edit: id }))),
  )
  sources.addCommand(
    onLedger(new Command('edits'))
      .description('The same as `sitrep edits`: the edits in force, oldest first.')
      .addOption(jsonOption())
      .action((_: unknown, command: Command) => listEdits(command.optsWithGlobals<Options>())),
  )
  return sources
}

async function list(id: string | undefined, options: Options): Promise<void> {
  await withLedger(options, 'sitrep sources', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const { analysis } = await readAndAnalyse(ledger, situation.id)
    if (id !== undefined) {
      const source = needSource(analysis, id)
      if (options.json) out(JSON.stringify(source))
      else {
        out(
          `${colour.bold(plain(source.name))} · ${source.kind} · ${source.id}${source.graded ? ` · graded ${source.graded.reliability}` : ''}`,
        )
        out(
          table(
            [{ head: 'name in the reports' }, { head: 'times', align: 'right' }, { head: 'why' }],
            source.surfaces.map((s) => [plain(s.surface), String(s.mentions), plain(s.why)]),
          ),
        )
      }
      return
    }
    const counted = [...analysis.sources].sort((a, b) => mentions(b) - mentions(a) || (a.id < b.id ? -1 : 1))
    const shown = counted.slice(0, options.limit)
    if (options.json) for (const source of shown) out(JSON.stringify(source))
    else if (shown.length === 0) out('No sources.')
    else {
      out(
        table(
          [
            { head: 'source' },
            { head: 'kind' },
            { head: 'times', align: 'right' },
            { head: 'name', max: 44 },
            { head: 'also as' },
          ],
          shown.map((s) => [
            s.id,
            s.kind,
            String(mentions(s)),
            plain(s.name),
            plain(
              s.surfaces
                .map((x) => x.surface)
                .filter((x) => x !== s.name)
                .slice(0, 4)
                .join(' · '),
            ),
          ]),
        ),
      )
      if (counted.length > shown.length) err(`${counted.length - shown.length} more; --limit ${counted.length} shows all.`)
    }
  })
}

function mentions(source: Source): number {
  return source.surfaces.reduce((sum, s) => sum + s.mentions, 0)
}

export function needSource(analysis: Analysis, wanted: string): Source {
  const found =
    analysis.sources.find((s) => s.id === wanted) ??
    analysis.sources.find((s) => s.name === wanted) ??
    analysis.sources.find((s) => s.surfaces.some((x) => x.surface.toLowerCase() === wanted.toLowerCase()))
  if (found) return found
  throw new UserError(`There is no source ${wanted}. \`sitrep sources\` lists them.`, EXIT.notFound)
}

async function edit(command: Command, draft: (analysis: Analysis) => EditDraft): Promise<void> {
  const options = command.optsWithGlobals<Options>()
  await withLedger(options, 'sitrep sources', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    const before = await readAndAnalyse(ledger, situation.id)
    const wanted = draft(before.analysis)
    if (wanted.kind === 'undo' && !(await ledger.edits(situation.id)).some((e) => e.id === wanted.edit))
      throw new UserError(`There is no edit ${wanted.edit} in force. \`sitrep edits\` lists them.`, EXIT.notFound)
    const made = await ledger.appendEdit(situation.id, wanted)
    const after = await readAndAnalyse(ledger, situation.id)
    out(
      `${made.id}: ${describe(made)}. ${before.analysis.sources.length} → ${after.analysis.sources.length} sources, ${before.analysis.questions.length} → ${after.analysis.questions.length} questions.`,
    )
    if (made.kind !== 'undo') out(`\`sitrep sources undo ${made.id}\` takes it back.`)
  })
}
