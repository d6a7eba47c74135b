import { column, defineTable, type TableRow } from '../tables/define-table.ts'

/**
 * One row per record and operation, written in the transaction that does it. `epoch` and `pos` are the
 * place in the sealed order; `digest` stands for the payload, so that a person's data can be erased from it.
 */
export const changes = defineTable('changes', {
  primary: [],
  monthly: 'at',
  columns: {
    epoch: column<number>('bigint'),
    pos: column<number>('bigint', { default: "nextval('change_pos'::regclass)" }),
    at: column<string>('timestamp(3) with time zone'),
    object: column<string>('text'),
    record_id: column<string>('uuid'),
    version: column<number>('integer'),
    events: column<string[]>('text[]'),
    actor_id: column<string | null>('uuid', { null: true }),
    source: column<string>('text'),
    batch: column<string>('uuid'),
    before: column<Record<string, unknown> | null>('jsonb', { null: true }),
    after: column<Record<string, unknown> | null>('jsonb', { null: true }),
    digest: column<Buffer>('bytea'),
  },
  indexes: [{ on: ['epoch', 'pos'] }, { on: ['record_id', 'at'] }, { on: ['batch'] }],
})

/** One row per sealed stretch; `chain` hashes the one before and every digest within. */
export const seals = defineTable('seals', {
  primary: ['epoch'],
  columns: {
    epoch: column<number>('bigint'),
    rows: column<number>('bigint'),
    chain: column<Buffer>('bytea'),
    sealed_at: column<string>('timestamp(3) with time zone'),
  },
})

/** How far each reader has come. */
export const readers = defineTable('readers', {
  primary: ['name'],
  columns: {
    name: column<string>('text'),
    epoch: column<number>('bigint'),
    pos: column<number>('bigint'),
    updated_at: column<string>('timestamp(3) with time zone'),
  },
})

/** Which records a record is linked to, by which of its fields: tags, many-to-many, what a note is about. */
export const links = defineTable('links', {
  primary: ['from_id', 'field', 'to_id'],
  columns: {
    from_object: column<string>('text'),
    from_id: column<string>('uuid'),
    field: column<string>('text'),
    to_object: column<string>('text'),
    to_id: column<string>('uuid'),
    role: column<string | null>('text', { null: true }),
    place: column<number>('integer', { default: '0' }),
  },
  indexes: [{ on: ['to_id', 'field', 'from_id'] }],
})

declare module '../database/database.ts' {
  interface Tables {
    changes: TableRow<typeof changes>
    seals: TableRow<typeof seals>
    readers: TableRow<typeof readers>
    links: TableRow<typeof links>
  }
}

/**
 * Says in which epoch a writer writes, and keeps that epoch open until the writer ends. The sealer closes an
 * epoch by opening the next and waiting for those who hold this one; a writer that was overtaken between
 * asking and holding asks again. Numbers of epochs and places come from sequences: they never wait.
 */
export const changeFunctions = `
create sequence if not exists change_epoch minvalue 1;
create sequence if not exists change_pos minvalue 1 cache 1;
create or replace function change_enter() returns bigint language plpgsql volatile as $$
declare
  current bigint;
  held bigint := 0;
begin
  loop
    select last_value + is_called::int into current from change_epoch;
    exit when current = held;
    perform pg_advisory_xact_lock_shared(4611686018427387904 + current);
    held := current;
  end loop;
  return current;
end $$`
