const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * A publication date as ISO 8601, as precise as it is given: a day stays a day. Understands ISO 8601, mail and HTTP dates, and
 * "18 October 2024" in either order; nothing that could be read two ways ("10/11/2024").
 * @returns null when it can't be told
 */
export function publishedDate(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null
  const text = value.trim()
  if (text === '' || text.length > 64) return null
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text)
  if (iso) return fromIso(iso)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const dayFirst = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text)
  if (dayFirst) return day(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]))
  const monthFirst = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(text)
  if (monthFirst) return day(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]))
  // RFC 5322 and HTTP dates carry their zone, so that the result does not depend on this machine's.
  if (/^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3}\s+\d{4}\s+\d{2}:\d{2}(?::\d{2})?\s+(?:GMT|UTC?|Z|[+-]\d{4})/i.test(text)) {
    const time = Date.parse(text.replace(/\([^)]*\)/g, ''))
    return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z')
  }
  return null
}

function fromIso(match: RegExpExecArray): string | null {
  const [, year, month, date, hour, minute, second, zone] = match
  const whole = day(Number(year), Number(month), Number(date))
  if (whole === null || hour === undefined) return whole
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return whole
  if (zone === undefined) return `${whole}T${hour}:${minute}:${second ?? '00'}`
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`
  const time = Date.parse(`${whole}T${hour}:${minute}:${second ?? '00'}${offset}`)
  return Number.isNaN(time) ? whole : new Date(time).toISOString().replace('.000Z', 'Z')
}

function monthOf(name: string | undefined): number {
  const wanted = (name ?? '').toLowerCase()
  return (
    MONTHS.findIndex((month) => month === wanted || (wanted.length >= 3 && month.startsWith(wanted.replace(/^sept$/, 'sep')))) + 1
  )
}

function day(year: number, month: number, date: number): string | null {
  if (year < 1800 || year > 2200 || month < 1 || month > 12 || date < 1) return null
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (date > last) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
