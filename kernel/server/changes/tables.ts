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
  primary: ['from_id', 'field', 'to_id', 'role'],
  columns: {
    from_object: column<string>('text'),
    from_id: column<string>('uuid'),
    field: column<string>('text'),
    to_object: column<string>('text'),
    to_id: column<string>('uuid'),
    /** Empty for none: the same person may be linked in two roles. */
    role: column<string>('text', { default: "''::text" }),
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
 * `change_enter` says in which epoch a writer writes, and keeps that epoch open until the writer ends. Numbers of
 * epochs and places come from sequences: they never wait. A writer that meets a sealer, which closes the epoch
 * between asking and holding, asks again: it never queues behind one that waits for somebody else.
 *
 * `change_seal` closes the open epoch by opening the next, waits for those who hold it, and gives what they wrote
 * its place in the order. One process at a time: -1 says that another is at it, 0 that there is nothing to seal.
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
    if pg_try_advisory_xact_lock_shared(4611686018427387904 + current) then
      held := current;
    end if;
  end loop;
  return current;
end $$;
create or replace function change_seal(moment timestamptz) returns bigint language plpgsql volatile as $$
declare
  last bigint;
  closed bigint;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'Each step of sealing must see what was committed before it';
  end if;
  if not pg_try_advisory_xact_lock(1918988290) then
    return -1;
  end if;
  select coalesce(max(epoch), 0) into last from seals;
  -- As a maximum, which is always one look into the index.
  if (select coalesce(max(epoch), 0) from changes) <= last then
    return 0;
  end if;
  closed := nextval('change_epoch');
  for epoch in last + 1 .. closed loop
    perform pg_advisory_xact_lock(4611686018427387904 + epoch);
  end loop;
  insert into seals (epoch, rows, chain, sealed_at)
    select closed, count(*), sha256(coalesce((select s.chain from seals s where s.epoch = last), ''::bytea) || string_agg(
      convert_to(concat_ws('|', c.epoch, pos, at, object, record_id, version, array_to_string(events, ','), actor_id, source, batch), 'UTF8')
      || digest, ''::bytea order by c.epoch, pos)), moment
    from changes c where c.epoch > last and c.epoch <= closed
    having count(*) > 0;
  perform pg_notify('sealed', closed::text);
  return closed;
end $$`
