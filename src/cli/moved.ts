import type { Moved } from '../analyse/changes/withdrawal.ts'
import { out, plain } from './terminal.ts'

/** Lists each question that an edit changed, before and after. */
export function showMoved(edit: string, moved: readonly Moved[]): void {
  out(
    `${edit}: ${moved.length === 0 ? 'no question leaned on it' : moved.length === 1 ? '1 question changes' : `${moved.length} questions change`}.`,
  )
  for (const item of moved) {
    out(plain(item.name))
    out(`  before: ${plain(item.before ?? 'not asked')}`)
    out(`  after:  ${plain(item.after ?? 'no longer asked')}`)
  }
}
