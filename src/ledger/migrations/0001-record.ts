import { type Kysely, sql } from 'kysely'

/**
 * The record. `situation_id` leads every key, so that the tables can be distributed by situation later.
 * Append-only: situation, situation_name, situation_use, report, version, capture, reading, reading_failure, edit, log.
 * Derived, replaced at will: current_reading, claim, claim_source, question_member, analysis (docs/decisions/0003-derived.md).
 * Bodies are text or gzipped bytes, not jsonb: their digests must hold to the byte.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const statements = [
    `create table situation (situation_id text primary key, number integer generated always as identity, created_at text not null)`,
    `create table situation_name (situation_id text not null references situation, number integer generated always as identity,
       name text not null, at text not null, primary key (situation_id, number))`,
    `create table situation_use (number integer generated always as identity primary key, situation_id text not null references situation, at text not null)`,
    `create table report (situation_id text not null references situation, report_id text not null, address text not null,
       address_sha256 text not null, primary key (situation_id, report_id))`,
    // By its digest: an index entry holds at most 2,700 bytes, an address may be longer.
    `create unique index report_address on report (situation_id, address_sha256)`,
    // Long texts are searched by their beginning: a tsvector holds at most 1 MB.
    `create table version (situation_id text not null, version_id text not null, report_id text not null, number integer not null,
       address text not null, sha256 text not null, media_type text not null, captured_at text not null, extractor text not null,
       text text not null, text_sha256 text not null, metadata text not null, outlet text, title text, published text,
       search tsvector generated always as (to_tsvector('english', coalesce(title, '') || ' ' || left(text, 150000))) stored,
       primary key (situation_id, version_id), unique (situation_id, report_id, number),
       foreign key (situation_id, report_id) references report)`,
    `create index version_search on version using gin (search)`,
    `create index version_sha256 on version (situation_id, sha256)`,
    `create table capture (situation_id text not null, number integer generated always as identity, version_id text not null,
       sha256 text not null, bytes integer not null, media_type text not null, address text not null, captured_at text not null,
       headers text not null, extractor text not null, metadata text not null, primary key (situation_id, number),
       foreign key (situation_id, version_id) references version)`,
    `create index capture_sha256 on capture (situation_id, sha256)`,
    `create table reading (situation_id text not null, version_id text not null, number integer not null, reader text not null,
       digest text not null, body bytea not null, claims integer not null, at text not null,
       primary key (situation_id, version_id, number), foreign key (situation_id, version_id) references version)`,
    `create table reading_failure (situation_id text not null, number integer generated always as identity, version_id text not null,
       reader text not null, reason text not null, at text not null, primary key (situation_id, number),
       foreign key (situation_id, version_id) references version)`,
    `create table current_reading (situation_id text not null, report_id text not null, version_id text not null, number integer not null,
       primary key (situation_id, report_id))`,
    `create table claim (situation_id text not null, claim_id text not null, report_id text not null, version_id text not null,
       ordinal integer not null, modality text not null, has_figure boolean not null, text text not null, body text not null,
       search tsvector generated always as (to_tsvector('english', left(text, 150000))) stored,
       primary key (situation_id, claim_id))`,
    `create index claim_report on claim (situation_id, report_id)`,
    `create index claim_search on claim using gin (search)`,
    `create table claim_source (situation_id text not null, claim_id text not null, position integer not null, source_id text not null,
       primary key (situation_id, claim_id, position))`,
    `create index claim_source_source on claim_source (situation_id, source_id)`,
    `create table question_member (situation_id text not null, question_id text not null, claim_id text not null,
       primary key (situation_id, question_id, claim_id))`,
    `create index question_member_claim on question_member (situation_id, claim_id)`,
    `create table analysis (situation_id text primary key references situation, analyser text not null, basis text not null,
       digest text not null, body bytea not null, at text not null)`,
    `create table edit (situation_id text not null references situation, edit_id text not null, number integer not null, body text not null,
       at text not null, primary key (situation_id, edit_id))`,
    // One chain over everything: number has no gaps, each hash covers the one before.
    `create table log (number integer primary key, at text not null, situation_id text, action text not null, subject text not null,
       digest text not null, previous text not null, hash text not null)`,
  ]
  for (const statement of statements) await sql.raw(statement).execute(db)
}
