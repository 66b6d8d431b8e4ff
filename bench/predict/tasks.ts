import { attribution } from './attribution.ts'
import { claims } from './claims.ts'
import type { Task } from './task.ts'

/** Every task by the name that the command line gives it: one file a task. */
export const TASKS: Readonly<Record<string, Task>> = { attribution, claims }
