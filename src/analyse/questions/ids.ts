import { digest } from '../digest.ts'
import { byCode } from '../order.ts'
import type { Cluster } from './group.ts'

/** A cluster with the id it goes by, and what the analyst made of it. */
export interface Group {
  readonly id: string
  readonly cluster: Cluster
  /** The analyst's name; null where the program's stands. */
  readonly name: string | null
  /** Ids of the edits that shaped it, in the order they were made. */
  readonly edits: readonly string[]
}

/** The id that the key of a question's founding member gives it. */
export function questionId(key: string): string {
  return `q-${digest(key)}`
}

/** The id of the question that a split makes: of what is split, so that a preview and the deed name it alike. */
export function splitId(question: string, claims: readonly string[]): string {
  return questionId(`split|${question}|${[...claims].sort(byCode).join()}`)
}

/** Each cluster under the id that the key of its founding member gives. */
export function identified(clusters: readonly Cluster[]): readonly Group[] {
  const ids = new Set<string>()
  return clusters.map((cluster) => {
    let id = questionId(cluster.key)
    const first = cluster.members[0]?.proposition.claim.id ?? ''
    // One founding claim can open two questions of one key (it says two things alike): count them.
    for (let n = 1; ids.has(id); n++) id = questionId(`${cluster.key}|${first}${n === 1 ? '' : `|${n}`}`)
    ids.add(id)
    return { id, cluster, name: null, edits: [] }
  })
}
