import { type AnnotatedAttribution, type AnnotatedDocument, MODALITIES } from './standoff.ts'

const SPLITS = ['train', 'dev', 'test'] as const

/**
 * What a corpus holds, as Markdown tables: by split, by topic and by modality. Chains are attributions that another
 * passes on.
 * @param topics a topic for each document id; a document without one is counted under "no topic"
 */
export function counts(documents: readonly AnnotatedDocument[], topics: Readonly<Record<string, string>>): string {
  const topicOf = (d: AnnotatedDocument): string => topics[d.id] ?? 'no topic'
  const names = [...new Set(documents.map(topicOf))].sort()
  const all = documents.flatMap((d) => d.attributions)
  return [
    table('split', [
      ...SPLITS.map((split) =>
        row(
          split,
          documents.filter((d) => d.split === split),
        ),
      ),
      row('all', documents),
    ]),
    table(
      'topic',
      names.map((name) =>
        row(
          name,
          documents.filter((d) => topicOf(d) === name),
        ),
      ),
    ),
    `| modality | ${MODALITIES.join(' | ')} |\n|${'---|'.repeat(MODALITIES.length + 1)}\n| attributions | ${MODALITIES.map(
      (name) => all.filter((a) => a.modality === name).length,
    ).join(' | ')} |`,
  ].join('\n\n')
}

function table(what: string, rows: readonly string[]): string {
  return [
    `| ${what} | documents | attributions | nested | chains | no source | evidence |`,
    `|${'---|'.repeat(7)}`,
    ...rows,
  ].join('\n')
}

function row(name: string, documents: readonly AnnotatedDocument[]): string {
  const all = documents.flatMap((d) => d.attributions)
  const having = (test: (a: AnnotatedAttribution) => boolean): string => all.filter(test).length.toLocaleString('en')
  return `| ${name} | ${documents.length} | ${having(() => true)} | ${having((a) => a.parent !== null)} | ${having(
    (a) => a.relay !== null,
  )} | ${having((a) => a.source.length === 0)} | ${having((a) => a.evidence.length > 0)} |`
}
