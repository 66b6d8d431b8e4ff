import type { Generated } from 'kysely'

/** The rows, as Kysely sees them. What each table is for stands in the migration that makes it. */
export interface Schema {
  situation: { situation_id: string; number: Generated<number>; created_at: string }
  situation_name: { situation_id: string; number: Generated<number>; name: string; at: string }
  situation_use: { number: Generated<number>; situation_id: string; at: string }
  report: { situation_id: string; report_id: string; address: string; address_sha256: string }
  version: {
    situation_id: string
    version_id: string
    report_id: string
    number: number
    address: string
    sha256: string
    media_type: string
    captured_at: string
    extractor: string
    text: string
    text_sha256: string
    metadata: string
    outlet: string | null
    title: string | null
    published: string | null
  }
  capture: {
    situation_id: string
    number: Generated<number>
    version_id: string
    sha256: string
    bytes: number
    media_type: string
    address: string
    captured_at: string
    headers: string
    extractor: string
    metadata: string
  }
  reading: {
    situation_id: string
    version_id: string
    number: number
    reader: string
    digest: string
    body: Uint8Array
    claims: number
    at: string
    places: string | null
  }
  reading_failure: {
    situation_id: string
    number: Generated<number>
    version_id: string
    reader: string
    reason: string
    at: string
  }
  current_reading: { situation_id: string; report_id: string; version_id: string; number: number }
  claim: {
    situation_id: string
    claim_id: string
    report_id: string
    version_id: string
    ordinal: number
    modality: string
    has_figure: boolean
    text: string
    body: string
  }
  claim_source: { situation_id: string; claim_id: string; position: number; source_id: string }
  question_member: { situation_id: string; question_id: string; claim_id: string }
  sketch: { situation_id: string; report_id: string; version_id: string; sampled: number; hashes: number[] }
  copy: { situation_id: string; version_id: string; of_version_id: string; containment: number }
  copy_index: { situation_id: string; rules: number }
  copy_due: { situation_id: string; report_id: string }
  analysis: { situation_id: string; analyser: string; basis: string; digest: string; body: Uint8Array; at: string }
  edit: { situation_id: string; edit_id: string; number: number; body: string; at: string }
  log: {
    number: number
    at: string
    situation_id: string | null
    action: string
    subject: string
    digest: string
    previous: string
    hash: string
  }
}
