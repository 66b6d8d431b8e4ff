import type { Readable, Reading } from '../model/index.ts'
import type { SecondReader } from '../second/index.ts'
import type { Readers } from './readers.ts'

/**
 * Lets the second reader look at every Reading that the first made. What the first could not read it does not see.
 * @param onUnheard told why, for each report that the second reader did not answer for, or not wholly
 */
export function withSecond(first: Readers, second: SecondReader, onUnheard: (why: string) => void): Readers {
  const both = async (report: Readable, reading: Reading | Error): Promise<Reading | Error> => {
    if (reading instanceof Error) return reading
    const heard = await second.read(report, reading)
    const why = heard.second?.failed
    if (why != null) onUnheard(why)
    return heard
  }
  return {
    read: async (reports) => {
      const readings = await first.read(reports)
      return Promise.all(reports.map((report, i) => both(report, readings[i] ?? new Error('the reader gave no answer'))))
    },
    close: () => first.close(),
  }
}
