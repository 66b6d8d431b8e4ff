import type { Edit } from '../../model/index.ts'

/**
 * The edits that hold, in the order they were made: each undo takes back the edit it names, and can itself be undone.
 */
export function holdingEdits(edits: readonly Edit[]): readonly Exclude<Edit, { kind: 'undo' }>[] {
  const undone = new Set<string>()
  for (let i = edits.length - 1; i >= 0; i--) {
    const edit = edits[i]
    if (edit?.kind === 'undo' && !undone.has(edit.id)) undone.add(edit.edit)
  }
  const holding: Exclude<Edit, { kind: 'undo' }>[] = []
  for (const edit of edits) if (edit.kind !== 'undo' && !undone.has(edit.id)) holding.push(edit)
  return holding
}
