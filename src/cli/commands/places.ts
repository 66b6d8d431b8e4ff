import { Command, Option } from 'commander'
import { placesAs, placeTable } from '../../disseminate/places.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain, table } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  format?: 'geojson' | 'kml' | 'csv'
  json?: boolean
}

export function placesCommand(): Command {
  return onLedger(new Command('places'))
    .description('List the places that the reports name, with coordinates and precision; or export them for a map.')
    .addOption(new Option('--format <form>', 'write a map file to standard output').choices(['geojson', 'kml', 'csv']))
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep places', 'sitrep places --format geojson > places.geojson'))
    .action(places)
}

async function places(options: Options): Promise<void> {
  await withLedger(options, 'sitrep places', async (ledger) => {
    const situation = await chosenSituation(ledger, options)
    await readAndAnalyse(ledger, situation.id)
    const input = await ledger.situationInput(situation.id)
    if (options.format) {
      process.stdout.write(placesAs(options.format, input))
      return
    }
    const rows = placeTable(input)
    if (options.json) for (const row of rows) out(JSON.stringify(row))
    else if (rows.length === 0) out('No places.')
    else
      out(
        table(
          [
            { head: 'place', max: 34 },
            { head: 'kind' },
            { head: 'lat', align: 'right' },
            { head: 'lon', align: 'right' },
            { head: 'precision' },
            { head: 'claims', align: 'right' },
            { head: 'note' },
          ],
          rows.map((row) => [
            plain(row.name),
            row.kind ?? '–',
            row.latitude?.toFixed(2) ?? colour.dim('–'),
            row.longitude?.toFixed(2) ?? colour.dim('–'),
            row.precision ?? '–',
            String(row.claims),
            plain(row.note ?? ''),
          ]),
        ),
      )
  })
}
