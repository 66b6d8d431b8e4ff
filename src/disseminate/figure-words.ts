import type { Figure } from '../model/index.ts'
import { grouped } from './wording.ts'

const BOUND_WORD = { exact: '', about: 'about ', atLeast: 'at least ', atMost: 'up to ', between: '' } as const

/** "at least 3,000", "200 to 300 km", "12,000 more". */
export function figureWords({
  low,
  best,
  high,
  bound,
  unit,
  role,
}: Pick<Figure, 'low' | 'best' | 'high' | 'bound' | 'unit' | 'role'>): string {
  const told = (value: number | null): string => (value === null ? '–' : grouped(value))
  const number = bound === 'between' ? `${told(low)} to ${told(high)}` : `${BOUND_WORD[bound]}${told(best ?? high ?? low)}`
  const measured = unit === null ? number : unit === '%' ? `${number}%` : `${number} ${unit}`
  return role === 'increment' ? `${measured} more` : role === 'total' || role === 'unstated' ? measured : `${measured} (${role})`
}
