import type { Migration } from 'kysely/migration'
import * as record from './0001-record.ts'
import * as places from './0002-places.ts'
import * as copies from './0003-copies.ts'

/** In order; a released migration is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-record': record,
  '0002-places': places,
  '0003-copies': copies,
}

export const SCHEMA_VERSION: string = Object.keys(MIGRATIONS).at(-1) ?? ''
