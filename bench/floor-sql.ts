// The best SQL that we know how to write by hand for the work that is measured: same rows, same columns, same scope.

/** What these people see of a contact: everything but the telephone, which is masked. */
const columns = `t.id, t.version, t.first_name, t.last_name, t.position, t.company, t.email, t.status, t.subscribed, t.picture,
  array(select l.to_id from links as l where l.from_id = t.id and l.field = 'tags' order by l.place, l.to_id) as tags,
  t.owner_id, t.created_by, t.created_at, t.updated_at`

const own = (value: string) => `t.owner_id = ${value}`
const ofPrint = `exists (select 1 from companies as c where c.id = t.company and c.deleted_at is null and fold(c.industry) = 'print')`
export type Scope = 'own' | 'print'
const scope = (kind: Scope, value: string) => (kind === 'own' ? own(value) : ofPrint)

/** $1 status, $2 who if it matters */
export const list = (kind: Scope) => `select ${columns} from contacts as t
  where t.deleted_at is null and ${scope(kind, '$2')} and t.status = $1 order by fold(t.last_name), t.id limit 51`

/** $1 id, $2 who if it matters */
export const get = (kind: Scope) => `select ${columns}, c.name as company_name from contacts as t
  left join companies as c on c.id = t.company and c.deleted_at is null
  where t.id = $1 and t.deleted_at is null and ${scope(kind, '$2')}`

/** A pattern for each word, then who if it matters */
export const search = (kind: Scope, words: number) => `select ${columns} from contacts as t
  where t.deleted_at is null and ${scope(kind, `$${words + 1}`)}
    and ${Array.from({ length: words }, (_, at) => `(t.search_text like $${at + 1} or t.search_personal like $${at + 1})`).join(' and ')}
  order by t.created_at desc, t.id desc limit 51`

const change = `insert into changes (epoch, at, object, record_id, version, events, actor_id, source, batch, before, after, digest)`
/** The columns that ours fills in too; due long after the bench. */
export const neverDue = '2099-01-01T00:00:00.000Z'
const job = (
  id: string,
  data: string,
) => `insert into pgboss.job_common (name, id, data, start_after, created_on, keep_until, policy,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
  values ('kernel.react', ${id}, ${data}, '${neverDue}', now(), 'infinity', 'standard', 8, 5, true, 3600, 300, 2592000, 30)`
const answered = `id, version, first_name, last_name, position, company, email, status, subscribed, picture, owner_id, created_by, created_at, updated_at`

/**
 * One statement is one transaction and one way to the server and back.
 * $1 id, $2 first name, $3 last name, $4 company, $5 e-mail, $6 who, $7 now, $8 id of the address, $9 batch,
 * $10 and $11 what is recorded and $12 and $13 its digests, $14 id of the job, $15 what it is told
 */
export const create = `with entered as materialized (select change_enter() as epoch),
  made as (insert into contacts as t (id, first_name, last_name, company, email, owner_id, created_by, created_at, updated_at)
    select $1, $2, $3, c.id, $5, $6, $6, $7, $7 from companies as c where c.id = $4 and c.deleted_at is null returning t.*),
  address as (insert into contact_emails (id, contact, address, main, created_by, created_at, updated_at)
    values ($8, $1, $5, true, $6, $7, $7)),
  recorded as (${change} select epoch, $7::timestamptz, n.object, n.id, 1, '{created}', $6::uuid, 'api', $9::uuid, null, n.after, n.digest
    from entered, (values ('contact', $1::uuid, $10::jsonb, $12::bytea), ('contact_email', $8::uuid, $11::jsonb, $13::bytea)) as n (object, id, after, digest)),
  enqueued as (${job('$14', '$15')})
  select ${answered} from made`

/** The same work as most would write it: one statement after the other. */
export const createInSteps = {
  company: 'select c.id from companies as c where c.id = $1 and c.deleted_at is null',
  contact: `insert into contacts as t (id, first_name, last_name, company, email, owner_id, created_by, created_at, updated_at)
    values ($1, $2, $3, $4, $5, $6, $6, $7, $7) returning ${answered}`,
  address: `insert into contact_emails (id, contact, address, main, created_by, created_at, updated_at) values ($1, $2, $3, true, $4, $5, $5)`,
  change: `${change} values (change_enter(), $1, $2, $3, 1, '{created}', $4, 'api', $5, null, $6, $7)`,
  job: job('$1', '$2'),
}

/** $1 id, $2 who, $3 position, $4 now, $5 batch, $6 id of the job, $7 what it is told */
export const update = `with entered as materialized (select change_enter() as epoch),
  old as materialized (select t.id, t.version, t.position from contacts as t where t.id = $1 and t.owner_id = $2 and t.deleted_at is null for update),
  made as (update contacts as t set position = $3, updated_at = $4, version = t.version + 1 from old where t.id = old.id returning t.*),
  recorded as (${change} select epoch, $4::timestamptz, 'contact', old.id, old.version + 1, '{updated}', $2::uuid, 'api', $5::uuid,
      n.before, n.after, sha256(convert_to(n.before::text || n.after::text, 'UTF8'))
    from entered, old, lateral (select jsonb_build_object('position', old.position) as before, jsonb_build_object('position', $3::text) as after) as n),
  enqueued as (${job('$6', '$7')})
  select ${answered}, array(select l.to_id from links as l where l.from_id = made.id and l.field = 'tags' order by l.place, l.to_id) as tags from made`

/** $1 ids, $2 who, $3 position, $4 now, $5 batch */
export const updateMany = `with entered as materialized (select change_enter() as epoch),
  old as materialized (select t.id, t.version, t.position from contacts as t where t.id = any($1::uuid[]) and t.owner_id = $2 and t.deleted_at is null for update),
  made as (update contacts as t set position = $3, updated_at = $4, version = t.version + 1 from old where t.id = old.id),
  recorded as (${change} select epoch, $4::timestamptz, 'contact', old.id, old.version + 1, '{updated}', $2::uuid, 'api', $5::uuid,
      n.before, n.after, sha256(convert_to(n.before::text || n.after::text, 'UTF8'))
    from entered, old, lateral (select jsonb_build_object('position', old.position) as before, jsonb_build_object('position', $3::text) as after) as n)
  select count(*) as count from old`
