import { Command } from 'commander'
import type { Analysis, Citation, LineageEdge, Question } from '../../model/index.ts'
import { EXIT, UserError } from '../exit-codes.ts'
import { chosenSituation, type LedgerOptions, withLedger } from '../ledger-folder.ts'
import { examples, jsonOption, onLedger } from '../options.ts'
import { colour, out, plain } from '../terminal.ts'
import { readAndAnalyse } from '../up-to-date.ts'

interface Options extends LedgerOptions {
  json?: boolean
}

export function originsCommand(): Command {
  return onLedger(new Command('origins'))
    .description('Show what a claim rests on, edge by edge with the proof, and the origins behind each question it answers.')
    .argument('<claim>', 'a claim, by its whole id')
    .addOption(jsonOption())
    .addHelpText('after', examples('sitrep origins r7k2m9qx.1.c3', 'sitrep origins r7k2m9qx.1.c3 --json'))
    .action((id: string, options: Options) =>
      withLedger(options, 'sitrep origins', async (ledger) => {
        const situation = await chosenSituation(ledger, options)
        const { analysis } = await readAndAnalyse(ledger, situation.id)
        const claim = await ledger.claim(situation.id, id)
        if (claim === null) throw new UserError(`There is no claim ${id}. \`sitrep claims\` lists them.`, EXIT.notFound)
        const asked = analysis.questions.filter((question) => question.members.some((member) => member.claim === claim.id))
        if (options.json) {
          for (const question of asked)
            out(
              JSON.stringify({
                question: question.id,
                name: question.name,
                lineage: question.members.find((member) => member.claim === claim.id)?.lineage,
                origins: question.origins,
                why: question.originsWhy,
              }),
            )
          return
        }
        out(colour.bold(plain(claim.text)))
        out(`${claim.id} · ${plain(claim.outlet ?? 'outlet not recorded')} · ${claim.published ?? 'undated'}`)
        if (asked.length === 0) out(`In no question: ${outsideWhy(analysis, claim.id)}`)
        for (const question of asked) {
          out('')
          out(plain(question.name))
          for (const line of originsTree(question, claim.id)) out(line)
        }
      }),
    )
}

function outsideWhy(analysis: Analysis, claim: string): string {
  return plain(analysis.outside.find((item) => item.claim === claim)?.why ?? 'not analysed')
}

/** The lineage of one claim as a tree from the claim down to its origin, then who else stands behind the question. */
export function originsTree(question: Question, claim: string): readonly string[] {
  const member = question.members.find((item) => item.claim === claim)
  const lines = [plain(question.originsWhy), claim]
  if (!member?.lineage.known)
    lines.push(`└─ origin not recorded: ${plain(member?.lineage.known === false ? member.lineage.why : '')}`)
  else {
    let indent = ''
    for (const edge of member.lineage.edges) {
      lines.push(`${indent}└─ ${edge.kind} (${edge.confidence}): ${plain(edge.why)}`)
      indent += '   '
      for (const proof of proofs(edge)) lines.push(`${indent}${colour.dim(proof)}`)
    }
    const { origin } = member.lineage
    lines.push(`${indent}= origin: ${plain(question.origins.find((item) => item.id === origin)?.name ?? origin)}`)
  }
  for (const origin of question.origins)
    lines.push(
      `${plain(origin.name)}${origin.anonymous ? ' (unnamed)' : ''}: ${origin.claims.length === 1 ? '1 claim' : `${origin.claims.length} claims`}`,
    )
  return lines
}

function proofs(edge: LineageEdge): readonly string[] {
  return edge.proof.map((proof: Citation) => `“${plain(proof.text).slice(0, 90)}” ${proof.version} ${proof.start}–${proof.end}`)
}
