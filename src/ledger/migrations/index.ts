import type { Migration } from 'kysely/migration'
import * as record from './0001-record.ts'

/** In order; a released migration is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-record': record,
}

export const SCHEMA_VERSION: string = Object.keys(MIGRATIONS).at(-1) ?? ''
