import { attribution } from './attribution.ts'
import { claimMatch } from './claim-match.ts'
import { claims } from './claims.ts'
import { copies, events, stories } from './clusters.ts'
import { dates } from './dates.ts'
import { entities } from './entities.ts'
import { fusion } from './fusion.ts'
import { mutations } from './mutations.ts'
import { numbers } from './numbers.ts'
import { parse } from './parse.ts'
import type { Task } from './task.ts'
import { toponyms } from './toponyms.ts'

/** Every task by the name that the command line gives it: one file a task. */
export const TASKS: Readonly<Record<string, Task>> = {
  attribution,
  claims,
  parse,
  entities,
  dates,
  numbers,
  toponyms,
  copies,
  stories,
  events,
  'claim-match': claimMatch,
  fusion,
  mutations,
}
