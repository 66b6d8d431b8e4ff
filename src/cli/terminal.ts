import pc from 'picocolors'
import stringWidth from 'string-width'
import wrapAnsi from 'wrap-ansi'

/** Colours only where a person looks: none in pipes, none with NO_COLOR. */
export const colour = pc

export function out(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function err(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function terminalWidth(): number {
  return Math.max(60, process.stdout.columns ?? 100)
}

/**
 * Text from reports can hold escape sequences that would command the terminal: they are shown, not obeyed.
 * Tabs and line ends become a space; bidirectional controls go.
 */
export function plain(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}

export interface Column {
  readonly head: string
  readonly align?: 'left' | 'right'
  /** At most so many columns wide; wraps. */
  readonly max?: number
}

/** A table without lines, its last column wrapped to what the terminal leaves. Cells may carry colour. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width = terminalWidth()): string {
  const gap = 2
  const widths = columns.map((column, i) => {
    const widest = Math.max(stringWidth(column.head), ...rows.map((row) => stringWidth(row[i] ?? '')))
    return Math.min(widest, column.max ?? widest)
  })
  const last = widths.length - 1
  const before = widths.slice(0, last).reduce((sum, w) => sum + w + gap, 0)
  widths[last] = Math.max(20, Math.min(widths[last] ?? 0, width - before))
  const line = (cells: readonly string[], paint: (s: string) => string): string => {
    const wrapped = cells.map((cell, i) => wrapAnsi(cell, widths[i] ?? 20, { hard: true, trim: true }).split('\n'))
    const height = Math.max(...wrapped.map((lines) => lines.length))
    const lines: string[] = []
    for (let k = 0; k < height; k++) {
      const parts = wrapped.map((cell, i) => pad(cell[k] ?? '', widths[i] ?? 0, columns[i]?.align === 'right'))
      lines.push(paint(parts.join(' '.repeat(gap)).trimEnd()))
    }
    return lines.join('\n')
  }
  const head = line(
    columns.map((column) => column.head),
    (s) => pc.dim(s),
  )
  return [
    head,
    ...rows.map((row) =>
      line(
        columns.map((_, i) => row[i] ?? ''),
        (s) => s,
      ),
    ),
  ].join('\n')
}

function pad(text: string, width: number, right: boolean): string {
  const fill = ' '.repeat(Math.max(0, width - stringWidth(text)))
  return right ? fill + text : text + fill
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`
}

/** 12000 → "12,000": the same in every locale. */
export function grouped(value: number): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${value < 0 ? '-' : ''}${withCommas}${fraction === undefined ? '' : `.${fraction}`}`
}

export function bytesInWords(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}
