/** One task of `predict`: the input file's text in, the output file's text out. Progress and complaints go to standard error. */
export type Task = (input: string, extra: string | null) => string | Promise<string>

/** Answers a JSONL file line by line. A line that can't be read is answered with `empty` and said on standard error. */
export function eachLine<In extends { id?: unknown }>(input: string, answer: (document: In) => object, empty: object): string {
  const lines = input.split('\n').filter((line) => line.trim() !== '')
  const out: string[] = []
  let id: unknown = null
  lines.forEach((line, i) => {
    try {
      id = null
      const document = JSON.parse(line) as In
      id = document.id ?? null
      out.push(JSON.stringify({ id, ...answer(document) }))
    } catch (error) {
      process.stderr.write(`line ${i + 1}${id === null ? '' : ` (${String(id)})`}: ${(error as Error).message}; answered empty\n`)
      if (id !== null) out.push(JSON.stringify({ id, ...empty }))
    }
    if (process.stderr.isTTY && (i + 1) % 50 === 0) process.stderr.write(`${i + 1}/${lines.length}\n`)
  })
  return out.length === 0 ? '' : `${out.join('\n')}\n`
}
