// From declarations to tables: a database that grew ends up as one that is new, whatever cuts the growing off.

import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { equipFields } from '#kernel/fields/equip.ts'
import { text } from '#kernel/fields/index.ts'
import type { Field, Fields } from '#kernel/schema/field.ts'
import { type AnyObject, defineObject } from '#kernel/schema/object.ts'
import type { Database } from '#kernel/server/database/database.ts'
import { openStore } from '#kernel/server/files/open-store.ts'
import { openKernel } from '#kernel/server/open-kernel.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { openSecrets } from '#kernel/server/secrets/secrets.ts'
import type { IndexSpec, TableSpec } from '#kernel/server/tables/define-table.ts'
import { migrate, requireNothingReviewed, schemaPlan } from '#kernel/server/tables/migrate.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { testDatabase } from '../database.ts'
import { makeFull, makeRecord } from '../factories.ts'
import { withEveryType } from './every-type.ts'
import { olderObjects } from './older.ts'
import { shapeOf } from './shape.ts'

equipFields()

const opened: Database[] = []
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close()
})

async function emptyDatabase(): Promise<Database> {
  const database = await testDatabase({ hash: 'empty', prepare: async () => {} })
  opened.push(database)
  return database
}

const tablesOf = (objects: readonly AnyObject[]): readonly TableSpec[] => allTables(buildModels(objects), [])
const migrateTo = (database: Database, objects: readonly AnyObject[], folder = 'db/migrations') =>
  migrate({ database, tables: tablesOf(objects), functions: sqlFunctions, folder, now: new Date() })
const planOf = (database: Database, objects: readonly AnyObject[]) =>
  schemaPlan({ database, tables: tablesOf(objects) })

/** Two records of each object, one of them full. */
async function fill(database: Database, objects: readonly AnyObject[]) {
  const kernel = await openKernel({
    objects,
    behaviours: [],
    tables: [],
    database,
    queue: { send: async () => {} },
    secrets: openSecrets('a key for nothing but these tests'),
    store: openStore({ filesUrl: null, dataDir: '/nowhere' }),
  })
  for (const model of kernel.models.all.filter(({ name }) => name !== 'custom_field')) {
    const possible = model.name === 'role_grant' ? { scope: 'nobody' } : {}
    await makeRecord(kernel, model, possible)
    await makeFull(kernel, model, possible)
  }
  await kernel.close()
}

const thing = (fields: Fields, more: Partial<AnyObject> = {}): readonly AnyObject[] => {
  const object = defineObject('gadget', {
    label: ['Gadget', 'Gadgets'],
    plural: 'gadgets',
    icon: 'box',
    area: 'tests',
    title: 'name',
    owned: false,
    fields: { name: text({ required: true }), ...fields } as never,
    list: ['name'],
  })
  return [
    ...withEveryType.objects.filter(({ name }) => ['user', 'team', 'role', 'tag'].includes(name)),
    { ...(object as unknown as AnyObject), ...more },
  ]
}
const field = (options: object): Field => options as Field

describe('a database', () => {
  it('that grew is as one that is new, and keeps its rows', async () => {
    const [fresh, grown] = [await emptyDatabase(), await emptyDatabase()]
    await migrateTo(fresh, withEveryType.objects)
    const old = olderObjects(withEveryType.objects)
    await migrateTo(grown, old)
    await fill(grown, old)
    const before = await sql<{ names: string }>`select string_agg(name, ',' order by id) as names from things`.execute(
      grown.db,
    )
    const plan = await migrateTo(grown, withEveryType.objects)
    expect(plan.reviewed).toEqual([])
    expect(plan.steps.length).toBeGreaterThan(50)
    expect(await shapeOf(grown)).toEqual(await shapeOf(fresh))
    expect(
      (await sql<{ names: string }>`select string_agg(name, ',' order by id) as names from things`.execute(grown.db))
        .rows,
    ).toEqual(before.rows)
    const { rows } = await sql<{
      search_text: string
    }>`select search_text from things where search_text is not null`.execute(grown.db)
    expect(rows.length).toBeGreaterThan(1)
  })

  it('has nothing left to be done', async () => {
    const database = await emptyDatabase()
    const first = await migrateTo(database, withEveryType.objects)
    expect(first.steps.length).toBeGreaterThan(100)
    const before = await shapeOf(database)
    expect(await planOf(database, withEveryType.objects)).toEqual({ steps: [], reviewed: [] })
    expect(await migrateTo(database, withEveryType.objects)).toEqual({ steps: [], reviewed: [] })
    expect(await shapeOf(database)).toEqual(before)
  })

  it('goes back and forth between declarations, as far as nothing is lost', async () => {
    const database = await emptyDatabase()
    const forms: Fields[] = [
      {
        size: field({ type: 'choice', options: { s: 'S', m: 'M' }, default: 's' }),
        count_of: field({ type: 'number', decimals: 2 }),
      },
      {
        size: field({ type: 'choice', options: { s: 'S', m: 'M', l: 'L' }, required: true, default: 'm', index: true }),
        count_of: field({ type: 'number', decimals: 2, required: true, default: -1.5 }),
        note: field({ type: 'text', search: true }),
      },
      {
        size: field({ type: 'choice', options: { s: 'S', m: 'M', l: 'L' } }),
        count_of: field({ type: 'number', decimals: 2, unique: true }),
        note: field({ type: 'text', search: true, mask: 'personal' }),
      },
    ]
    for (const at of [0, 1, 2, 1, 2, 1]) {
      const objects = thing(forms[at] as Fields)
      requireNothingReviewed(await migrateTo(database, objects))
      expect(await planOf(database, objects), `form ${at}`).toEqual({ steps: [], reviewed: [] })
      const fresh = await emptyDatabase()
      await migrateTo(fresh, objects)
      expect(await shapeOf(database), `form ${at}`).toEqual(await shapeOf(fresh))
      await sql`insert into gadgets (id, name, created_at, updated_at, size, count_of) values (gen_random_uuid(), 'x', now(), now(), 's', (select count(*) from gadgets))`.execute(
        database.db,
      )
    }
  })
})

describe('what could lose something', () => {
  it.each<[string, Fields, Fields, RegExp]>([
    ['a field that is gone', { size: field({ type: 'text' }) }, {}, /gadgets\.size is no longer declared/],
    [
      'another type',
      { size: field({ type: 'text' }) },
      { size: field({ type: 'number' }) },
      /gadgets\.size is text and is declared as numeric\(18,0\)/,
    ],
    [
      'fewer decimals',
      { size: field({ type: 'number', decimals: 4 }) },
      { size: field({ type: 'number', decimals: 2 }) },
      /numeric\(18,4\) and is declared as numeric\(18,2\)/,
    ],
    [
      'a new field that must be filled',
      {},
      { size: field({ type: 'text', required: true }) },
      /gadgets\.size is required and has no default, and the table has rows/,
    ],
  ])('%s is named, and not done', async (_, old, now, said) => {
    const database = await emptyDatabase()
    await migrateTo(database, thing(old))
    await sql`insert into gadgets (id, name, created_at, updated_at) values (gen_random_uuid(), 'kept', now(), now())`.execute(
      database.db,
    )
    const before = await shapeOf(database)
    const plan = await migrateTo(database, thing(now))
    expect(plan.reviewed.join()).toMatch(said)
    expect((await shapeOf(database)).gadgets).toEqual(before.gadgets)
    expect(() => requireNothingReviewed(plan)).toThrow('schema.reviewed')
  })

  it('a value that must not be empty any more, and is: nothing is changed, and the next try goes on', async () => {
    const database = await emptyDatabase()
    await migrateTo(database, thing({ size: field({ type: 'text' }) }))
    await sql`insert into gadgets (id, name, created_at, updated_at) values (gen_random_uuid(), 'empty', now(), now())`.execute(
      database.db,
    )
    const strict = thing({ size: field({ type: 'text', required: true }) })
    await expect(migrateTo(database, strict)).rejects.toThrow(/is violated by some row/)
    await sql`update gadgets set size = 'M'`.execute(database.db)
    await migrateTo(database, strict)
    const fresh = await emptyDatabase()
    await migrateTo(fresh, strict)
    expect(await shapeOf(database)).toEqual(await shapeOf(fresh))
  })

  it('a custom column is nobody’s to drop', async () => {
    const database = await emptyDatabase()
    const objects = thing({})
    await migrateTo(database, objects)
    const custom = {
      gadget: {
        c_colour: field({ type: 'text' }),
        c_owner: field({ type: 'ref', to: 'user', onDelete: 'clear' }),
        c_price: field({ type: 'money' }),
      },
    }
    const tables = allTables(buildModels(objects, custom), [])
    await migrate({ database, tables, functions: sqlFunctions, folder: '', now: new Date() })
    expect(await schemaPlan({ database, tables })).toEqual({ steps: [], reviewed: [] })
  })
})

describe('an index', () => {
  const indexed = thing({ size: field({ type: 'text', index: true }) })

  it('whose building was cut off is built again', async () => {
    const database = await emptyDatabase()
    await migrateTo(database, indexed)
    const { rows } = await sql<{
      name: string
    }>`select indexname as name from pg_indexes where tablename = 'gadgets' and indexdef like '%fold(size)%'`.execute(
      database.db,
    )
    await sql`update pg_index set indisvalid = false where indexrelid = ${rows[0]?.name}::regclass`.execute(database.db)
    expect((await planOf(database, indexed)).steps).toHaveLength(2)
    await migrateTo(database, indexed)
    const valid = await sql<{
      valid: boolean
    }>`select indisvalid as valid from pg_index where indexrelid = ${rows[0]?.name}::regclass`.execute(database.db)
    expect(valid.rows).toEqual([{ valid: true }])
    expect(await planOf(database, indexed)).toEqual({ steps: [], reviewed: [] })
  })

  it('of ours that is no longer declared goes, and one that somebody else made stays', async () => {
    const database = await emptyDatabase()
    await migrateTo(database, indexed)
    await sql`create index by_hand on gadgets (name, size)`.execute(database.db)
    await migrateTo(database, thing({ size: field({ type: 'text' }) }))
    const { rows } = await sql<{
      name: string
    }>`select indexname as name from pg_indexes where tablename = 'gadgets' and indexdef like '%size%'`.execute(
      database.db,
    )
    expect(rows).toEqual([{ name: 'by_hand' }])
  })

  it('of what is searched comes again with its column', async () => {
    const database = await emptyDatabase()
    await migrateTo(database, thing({ size: field({ type: 'text' }), other: field({ type: 'text', search: true }) }))
    const more = thing({ size: field({ type: 'text', search: true }), other: field({ type: 'text', search: true }) })
    await migrateTo(database, more)
    expect(await planOf(database, more)).toEqual({ steps: [], reviewed: [] })
  })
})

it('names never grow longer than PostgreSQL takes them', () => {
  const long = Object.fromEntries(
    Array.from({ length: 3 }, (_, at) => [
      `a_field_with_a_name_that_is_as_long_as_it_gets_${at}`,
      field({ type: 'text', unique: true, index: true }),
    ]),
  )
  for (const { indexes = [] } of tablesOf(thing(long)))
    for (const { on } of indexes as readonly IndexSpec[]) expect(on.length).toBeGreaterThan(0)
  return emptyDatabase().then(async database => {
    await migrateTo(database, thing(long))
    expect(await planOf(database, thing(long))).toEqual({ steps: [], reviewed: [] })
  })
})
