// Imports 100,000 contacts through the pipeline, and beside it the same file by hand: csv-parse and an `unnest` upsert.
// By hand there are no rules, permissions, changes, progress or bad rows. Two floors: contacts alone, and contacts with
// the rows of their addresses and telephones, which is what stands in the database after an import.
//   node bench/import.ts [rows] [rounds]

import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { parse } from 'csv-parse'
import { sql } from 'kysely'
import { equipFields } from '#kernel/fields/equip.ts'
import { systemActor } from '#kernel/server/access/actor.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import type { Db } from '#kernel/server/database/database.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { diskStore } from '#kernel/server/files/disk-store.ts'
import { saveFile } from '#kernel/server/files/files.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import { migrate } from '#kernel/server/tables/migrate.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { freshActor } from '#kernel/server/transfer/fresh-actor.ts'
import { beginImport } from '#kernel/server/transfer/import/begin.ts'
import { runImport } from '#kernel/server/transfer/import/run.ts'
import { getImport } from '#kernel/server/transfer/import/state.ts'
import { startImport } from '#kernel/server/transfer/import/steps.ts'
import { collectWords } from '#kernel/server/words/words.ts'
import { company } from '#modules/crm/company.ts'
import { parts } from '#modules/parts.ts'
import { startPostgres } from '../tests/postgres.ts'

// As bin/rapport.js does.
setFlagsFromString('--semi-space-growth-factor=1')

const [rows = 100_000, rounds = 3] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
const path = join(folder, 'contacts.csv')
async function bench() {
  await writeContacts()
  const kernel = await freshKernel()
  const importer = await seed(kernel)
  const measured: Record<string, Measure[]> = {
    'by hand, contacts alone': [],
    'by hand, with their rows': [],
    imported: [],
  }
  const works = [
    () => byHand(kernel.database.db, false),
    () => byHand(kernel.database.db, true),
    () => imported(kernel, importer),
  ]
  for (let round = 0; round < rounds; round++)
    for (const [at, name] of Object.keys(measured).entries()) {
      await empty(kernel.database.db)
      const [began, busy] = [performance.now(), await workOf(kernel.database.db)]
      await works[at]?.()
      const after = await workOf(kernel.database.db)
      measured[name]?.push({
        wall: (performance.now() - began) / 1000,
        here: after.here - busy.here,
        database: after.database - busy.database,
      })
    }
  report(measured)
  await kernel.close()
  await kernel.database.close()
}

interface Measure {
  readonly wall: number
  /** Seconds of the processors, in this process and in the database's: what stays the same when others want the machine too. */
  readonly here: number
  readonly database: number
}

async function workOf(db: Db) {
  const { user, system } = process.cpuUsage()
  const { rows: backends } = await sql<{ pid: number }>`select pid from pg_stat_activity`.execute(db)
  const spent = backends.map(({ pid }) =>
    existsSync(`/proc/${pid}/schedstat`)
      ? Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9
      : 0,
  )
  return { here: (user + system) / 1e6, database: spent.reduce((sum, each) => sum + each, 0) }
}

function report(measured: Readonly<Record<string, readonly Measure[]>>) {
  const median = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
  const of = (name: string, take: (measure: Measure) => number) => median((measured[name] ?? []).map(take))
  const wall = ({ wall }: Measure) => wall
  const work = ({ here, database }: Measure) => here + database
  for (const [name, all] of Object.entries(measured)) {
    const ratio = (take: (measure: Measure) => number) => (of('imported', take) / of(name, take)).toFixed(2)
    console.log(
      `${name.padEnd(24)} ${of(name, wall).toFixed(2)} s (${all.map(each => each.wall.toFixed(2)).join(' ')}); imported / this ${ratio(wall)}`,
    )
    console.log(
      `  on processors          ${of(name, work).toFixed(2)} s (here ${of(name, ({ here }) => here).toFixed(2)}, database ${of(name, ({ database }) => database).toFixed(2)}); imported / this ${ratio(work)}`,
    )
  }
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}

async function writeContacts() {
  const out = createWriteStream(path)
  out.write('First name,Last name,Position,Company,E-mail,Phone,Status,Receives e-mail\r\n')
  for (let n = 0; n < rows; n++) {
    const line = `Ada ${n % 977},Lovelace ${n % 9973},"Engineer, level ${n % 7}",Company ${n % 1000},ada.${n}@example-${n % 50}.com,+336${String(n).padStart(8, '0')},${n % 3 ? 'Lead' : 'Customer'},${n % 2 ? 'yes' : 'no'}\r\n`
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}

async function freshKernel(): Promise<Kernel> {
  equipFields()
  const database = await openDatabase({ url: server.url, folder })
  const tables = allTables(buildModels(parts.objects), parts.tables)
  await migrate({ database, tables, functions: sqlFunctions, folder: 'db/migrations', now: new Date() })
  return openKernel({
    ...parts,
    database,
    queue: { send: async () => {} },
    secrets: openSecrets('a key for this measurement only'),
    store: diskStore(join(folder, 'files')),
  })
}

/** Somebody who may everything by grants: no shortcut for those who are above them. */
async function seed(kernel: Kernel) {
  const doing = { actor: systemActor(kernel.locale), source: 'sample' as const }
  const id = await inContext(kernel, doing, async ctx => {
    await ctx.create(
      company,
      Array.from({ length: 1000 }, (_, n) => ({ name: `Company ${n}` })),
    )
    const [role, user] = [kernel.newId(), kernel.newId()]
    await sql`insert into roles (id, name, created_at, updated_at) values (${role}, 'Staff', now(), now())`.execute(
      ctx.db,
    )
    await sql`insert into role_grants (id, role, object, verb, scope, created_at, updated_at) values (${kernel.newId()}, ${role}, '*', '*', 'everybody', now(), now())`.execute(
      ctx.db,
    )
    await sql`insert into users (id, name, email, active, created_at, updated_at) values (${user}, 'Grace', 'grace@example.com', true, now(), now())`.execute(
      ctx.db,
    )
    await sql`insert into links (from_object, from_id, field, to_object, to_id) values ('user', ${user}, 'roles', 'role', ${role})`.execute(
      ctx.db,
    )
    return user
  })
  return freshActor(kernel.database.db, { id }, kernel.locale)
}

const empty = async (db: Db) => {
  await sql`truncate contacts, contact_emails, contact_phones, changes, links, imports, import_rows, import_keys cascade`.execute(
    db,
  )
  await sql`checkpoint`.execute(db)
}

async function imported(kernel: Kernel, actor: Awaited<ReturnType<typeof seed>>) {
  await sql`insert into links (from_object, from_id, field, to_object, to_id) select 'user', u.id, 'roles', 'role', r.id from users u, roles r where u.name = 'Grace' and r.name = 'Staff'`.execute(
    kernel.database.db,
  )
  const { store } = kernel
  const saving = {
    db: kernel.database.db,
    store,
    actorId: actor.id,
    now: new Date().toISOString(),
    newId: kernel.newId,
  }
  const { id: file } = await saveFile(saving, createReadStream(path), { name: 'contacts.csv', maxBytes: 2 ** 30 })
  const { id } = await beginImport({ kernel, words: collectWords(), actor }, { file, object: 'contact' })
  await startImport({ kernel, actor }, id)
  await runImport({ kernel, signal: new AbortController().signal }, id)
  const { status, created, problem } = await getImport(kernel.database.db, id)
  if (status !== 'done' || created !== rows)
    throw new Error(`${status}: ${created} of ${rows} ${JSON.stringify(problem)}`)
}

const chunk = 1000

async function byHand(db: Db, withRows: boolean) {
  let some: string[][] = []
  for await (const cells of createReadStream(path).pipe(parse({ from: 2 })) as AsyncIterable<string[]>) {
    some.push(cells)
    if (some.length < chunk) continue
    await upsert(db, some, withRows)
    some = []
  }
  if (some.length) await upsert(db, some, withRows)
}

function upsert(db: Db, some: readonly string[][], withRows: boolean) {
  const column = (at: number) => some.map(cells => cells[at])
  const ids = some.map(() => crypto.randomUUID())
  return db.transaction().execute(async tx => {
    await sql`insert into contacts (id, first_name, last_name, position, company, email, phone, status, subscribed, created_at, updated_at)
      select u.id, u.first_name, u.last_name, u.position, c.id, lower(u.email), u.phone, lower(u.status), u.subscribed = 'yes', now(), now()
      from unnest(${ids}::uuid[], ${column(0)}::text[], ${column(1)}::text[], ${column(2)}::text[], ${column(3)}::text[], ${column(4)}::text[], ${column(5)}::text[], ${column(6)}::text[], ${column(7)}::text[])
        as u (id, first_name, last_name, position, company, email, phone, status, subscribed)
      left join companies c on fold(c.name) = fold(u.company) and c.deleted_at is null
      on conflict (email) where deleted_at is null do update set first_name = excluded.first_name, last_name = excluded.last_name, position = excluded.position,
        company = excluded.company, phone = excluded.phone, status = excluded.status, subscribed = excluded.subscribed, updated_at = now(), version = contacts.version + 1`.execute(
      tx,
    )
    if (!withRows) return
    const [emailIds, phoneIds] = [ids.map(() => crypto.randomUUID()), ids.map(() => crypto.randomUUID())]
    await sql`insert into contact_emails (id, contact, address, main, created_at, updated_at)
      select u.id, u.contact, lower(u.address), true, now(), now() from unnest(${emailIds}::uuid[], ${ids}::uuid[], ${column(4)}::text[]) as u (id, contact, address)
      on conflict (address) where deleted_at is null do nothing`.execute(tx)
    await sql`insert into contact_phones (id, contact, number, main, created_at, updated_at)
      select u.id, u.contact, u.number, true, now(), now() from unnest(${phoneIds}::uuid[], ${ids}::uuid[], ${column(5)}::text[]) as u (id, contact, number)`.execute(
      tx,
    )
  })
}

const server = await startPostgres()
try {
  await bench()
} finally {
  await server.stop()
  rmSync(folder, { recursive: true })
}
