import { type Statement, support } from '../../src/analyse/support/truth.ts'
import type { Task } from './task.ts'

/** A time in any other form says nothing here. */
const ISO = /^\d{4}-\d\d-\d\d/

/** `object ⇥ source ⇥ value [⇥ time]` → `object ⇥ value`. The sort of an object is what follows its last `|`. */
export const fusion: Task = (input) => {
  const statements: Statement[] = []
  input.split('\n').forEach((line, i) => {
    if (line.trim() === '') return
    const [question, source, value, time] = line.split('\t')
    if (question === undefined || source === undefined || value === undefined)
      process.stderr.write(`line ${i + 1}: not object, source and value; left out\n`)
    else statements.push({ question, source, value: value.trim(), ...(time !== undefined && ISO.test(time) ? { time } : {}) })
  })
  const sortOf = (question: string): string => question.slice(question.lastIndexOf('|') + 1)
  return [...support(statements, sortOf)].map(([question, { value }]) => `${question}\t${value}\n`).join('')
}
