// What PostgreSQL does with our statements: none may read through a whole large table.

import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
import { readConfig } from '#kernel/server/config.ts'
import { openApp } from '../../apps/open-app.ts'
import { serve } from '../../apps/serve.ts'
import type { Bench } from '../compare.ts'
import { type Ask, openLine } from '../load.ts'
import { narrow, through, wide } from '../people.ts'
import { newContact } from './writing.ts'

interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

const where = (filter: unknown) => `where=${encodeURIComponent(JSON.stringify(filter))}`

/** A look at everything that is measured, and at the filters and orders that a list offers. */
function asks(id: string): readonly Ask[] {
  const lists = [
    ...['status', 'last_name', '-created_at', 'email', '-updated_at'].map(sort => `sort=${sort}`),
    ...['lead', 'archived'].map(status => `${where({ status })}&sort=last_name&count=true`),
    `${where({ 'company.industry': 'Print' })}&sort=-created_at`,
    `${where({ last_name: { starts: 'Lau' } })}&sort=last_name`,
    ...['mar', '99999', 'zzqqx', 'sophie laurent'].map(text => `search=${encodeURIComponent(text)}`),
  ]
  return [
    ...lists.map(list => ({ path: `/api/contacts?${list}` })),
    ...['l', 'lau', 'laurent', 'lauremt', 'sophei laurent'].map(text => ({
      path: `/api/search?q=${encodeURIComponent(text)}`,
    })),
    { path: `/api/contacts/${id}?include=company` },
    { path: `/api/contacts/${id}/timeline` },
    { method: 'POST', path: '/api/contacts', body: newContact() },
    {
      method: 'PATCH',
      path: `/api/contacts/${id}`,
      body: { position: `Planned ${Date.now()}`, email: `planned.${Date.now()}@bench.example` },
    },
    { method: 'DELETE', path: `/api/contacts/${id}` },
    { method: 'POST', path: `/api/contacts/${id}/restore` },
  ]
}

export async function plans({ place, report }: Bench) {
  const heard = await hear(place.environment('ours'))
  const { db } = await place.open()
  const { rows } = await sql<{
    name: string
    rows: number
  }>`select relname as name, reltuples::float8 as rows from pg_class where relkind = 'r' and reltuples > 10000`.execute(
    db,
  )
  const large = new Map(rows.map(({ name, rows: count }) => [name, count]))
  const found = new Set<string>()
  for (const statement of heard)
    for (const node of nodesOf(await planOf(db, statement))) {
      const whole = readsWhole(node, large)
      if (whole) found.add(`${whole}\n      ${statement.text.replace(/\s+/g, ' ').slice(0, 400)}`)
    }
  await db.destroy()
  report.line({
    work: `plans of ${heard.length} statements: read a whole large table`,
    ours: String(found.size),
    target: 'none',
    ok: found.size === 0,
  })
  for (const one of found) process.stdout.write(`    ${one}\n`)
}

/** Our server in this process, so that its statements pass by. */
async function hear(env: Readonly<Record<string, string>>): Promise<Statement[]> {
  const heard = new Map<string, Statement>()
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [config] = given
    if (typeof config === 'object' && config !== null && 'text' in config && 'values' in config) {
      const statement = config as unknown as Statement
      if (/^\s*(select|with|insert|update|delete)/i.test(statement.text))
        heard.set(JSON.stringify([statement.text, statement.values]), statement)
    }
    return Reflect.apply(query, this, given)
  } as typeof query
  const serving = await serve(await openApp(readConfig({ ...env, PORT: '0', LOG_LEVEL: 'silent' })))
  heard.clear()
  try {
    for (const { token } of [narrow, wide, through]) {
      const line = await openLine(serving.url, token)
      const {
        rows: [first],
      } = JSON.parse(await line.ask({ path: '/api/contacts?limit=1' }))
      for (const ask of asks(first.id)) await line.ask(ask).catch(error => passOver(ask, error))
      line.close()
    }
  } finally {
    pg.Client.prototype.query = query
    await serving.close()
  }
  return [...heard.values()]
}

/** Who only reads is refused a write: that, too, was a statement. */
function passOver({ method = 'GET' }: Ask, error: unknown) {
  if (method === 'GET') throw error
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Plan Rows': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

type Planner = Awaited<ReturnType<Bench['place']['open']>>['db']

/** What reads is run; what writes is only planned. */
async function planOf(db: Planner, { text, values }: Statement): Promise<PlanNode> {
  const reads = /^\s*select/i.test(text) && !/for update|pg_notify|change_|nextval/i.test(text)
  const result = await db.executeQuery<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>(
    raw(`explain (${reads ? 'analyze, ' : ''}format json) ${text}`, values),
  )
  const [row] = result.rows
  if (!row) throw new Error('No plan')
  return row['QUERY PLAN'][0].Plan
}

const raw = (text: string, values: readonly unknown[]) =>
  CompiledQuery.raw(text, [...values]) as CompiledQuery<{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }>

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** More than a quarter of a large table, by whatever way: an index that is walked from end to end is no better. */
function readsWhole(node: PlanNode, large: ReadonlyMap<string, number>) {
  const table = node['Relation Name']
  const size = table === undefined ? undefined : large.get(table)
  if (size === undefined) return undefined
  const { 'Actual Rows': rows, 'Actual Loops': loops = 1, 'Rows Removed by Filter': removed = 0 } = node
  const read = rows === undefined ? plannedToRead(node, size) : (rows + removed) * loops
  return read > size / 4 ? `${node['Node Type']} reads ${Math.round(read).toLocaleString('en')} of ${table}` : undefined
}

const plannedToRead = (node: PlanNode, size: number) => (node['Node Type'] === 'Seq Scan' ? size : 0)
