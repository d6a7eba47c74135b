import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { company } from '#modules/crm/company.ts'
import { contact } from '#modules/crm/contact.ts'
import { lostReason } from '#modules/sales/pipeline.ts'
import { asSystem, testKernel } from '../../../../tests/kernel.ts'
import { stopAfter } from '../../../../tests/stop-after.ts'
import { tag } from '../../../objects/index.ts'
import { importChannel } from '../tables.ts'
import {
  badOf,
  begin,
  checkCsv,
  type Desk,
  deskOf,
  importCsv,
  person,
  run,
  textOf,
  upload,
  words,
} from '../tests/csv-kernel.ts'
import { badRows, badRowsCsv } from './bad-rows.ts'
import { revertImport } from './revert.ts'
import { getImport, ownImport } from './state.ts'
import { cancelImport, planImport, revertLater, startImport } from './steps.ts'

let desk: Desk
beforeAll(async () => {
  desk = deskOf(await testKernel())
})
afterAll(async () => {
  await desk.kernel.close()
  await desk.kernel.database.close()
})
beforeEach(() =>
  sql`truncate contacts, companies, tags, lost_reasons, changes, imports, import_keys, contact_emails, contact_phones cascade`.execute(
    desk.kernel.database.db,
  ),
)

const people = async () => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select first_name, last_name, email, phone, status, company from contacts where deleted_at is null order by last_name`.execute(
    desk.kernel.database.db,
  )
  return rows
}
const count = async (table: string) => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    desk.kernel.database.db,
  )
  return rows[0]?.count
}
const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * 7 + at * 31) % 251))
const refusal = (code: string) => expect.objectContaining({ code })

describe('a file is looked at', () => {
  test('columns are found by names in two languages, by what others call them, and by what is in them', async () => {
    const { plan, format } = await begin(
      desk,
      'contact',
      'Prénom;Family name;Courriel;Téléphone;Entreprise;Lifecycle stage;Notes\nAda;Lovelace;ada@example.com;+33612345678;Acme;Customer;x\n',
    )
    expect(format).toEqual({ encoding: 'utf-8', delimiter: ';', header: true })
    expect(plan.columns.map(({ column, field, match }) => [column, field, match])).toEqual([
      [0, 'first_name', undefined],
      [1, 'last_name', undefined],
      [2, 'email', undefined],
      [3, 'phone', undefined],
      [4, 'company', 'title'],
      [5, 'status', undefined],
    ])
    expect([plan.mode, plan.by]).toEqual(['upsert', 'email'])
    const silent = await begin(desk, 'contact', 'a,b\nada@example.com,Lead\nbob@example.com,Customer\n')
    expect(silent.plan.columns.map(({ field }) => field)).toEqual(['email', 'status'])
  })

  test('an id is believed before a title, and only where ids are', async () => {
    const id = desk.kernel.newId()
    const known = await begin(desk, 'contact', `id,company,company.id,company domain\n${id},Acme,${id},acme.com\n`)
    expect(known.plan.columns).toEqual([
      { column: 0, field: 'id' },
      { column: 2, field: 'company', match: 'id', missing: 'error' },
    ])
    expect([known.plan.mode, known.plan.by]).toEqual(['update', 'id'])
    expect((await begin(desk, 'contact', 'id,last name\n17,Lovelace\n')).plan.columns).toEqual([
      { column: 1, field: 'last_name' },
    ])
  })

  test('which of day and month comes first is read off the values', async () => {
    const dates = async (value: string) => (await begin(desk, 'deal', `title,close date\na,${value}\n`)).plan.dates
    expect([await dates('25/12/2026'), await dates('12/25/2026')]).toEqual(['day', 'month'])
  })

  test('a file without a header has one when somebody says so, and none otherwise', async () => {
    const bare = await begin(desk, 'contact', 'Ada,ada@example.com\nBob,bob@example.com\n')
    expect([bare.format.header, bare.headers]).toEqual([false, ['Column 1', 'Column 2']])
    expect((await begin(desk, 'contact', '1,2\n3,4\n', { header: true })).headers).toEqual(['1', '2'])
  })

  test.each([
    ['nothing', '', 'import.empty'],
    ['blank lines', '\n \n,,\n', 'import.empty'],
    ['a header and no rows', 'name,email\r\n', 'import.no-rows'],
    ['an open quote', '"name,email\nAda,ada@example.com\n', 'import.quote-open'],
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise]), 'import.not-text'],
    [
      'a workbook',
      Buffer.concat([Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaaxl/workbook.xml'), Buffer.alloc(400)]),
      'import.spreadsheet',
    ],
    ['random bytes', noise, 'import.not-text'],
    [
      'a thousand columns',
      `${Array.from({ length: 1000 }, (_, at) => `c${at}`).join()}\n1\n`,
      'import.too-many-columns',
    ],
  ])('%s is refused in words', async (_, content, code) => {
    await expect(begin(desk, 'contact', content)).rejects.toEqual(refusal(code))
    expect(await count('imports')).toBe(0)
  })

  test('nobody imports the file of somebody else, nor without the right', async () => {
    const [ada, bob] = [
      await person(desk.kernel, { contact: { import: 'everybody', create: 'everybody' } }),
      await person(desk.kernel, { contact: { read: 'everybody' } }),
    ]
    const file = await upload(desk, 'last name\nLovelace\n')
    const { beginImport } = await import('./begin.ts')
    await expect(beginImport({ kernel: desk.kernel, words, actor: ada }, { file, object: 'contact' })).rejects.toEqual(
      refusal('missing'),
    )
    await expect(begin(deskOf(desk.kernel, bob), 'contact', 'last name\nLovelace\n')).rejects.toEqual(
      refusal('forbidden'),
    )
    const { id } = await begin(deskOf(desk.kernel, ada), 'contact', 'last name\nLovelace\n')
    await expect(ownImport(desk.kernel.database.db, bob, id)).rejects.toEqual(refusal('missing'))
  })
})

describe('a plan is checked', () => {
  const problems = async (plan: unknown) => {
    const { id } = await begin(desk, 'contact', 'first,last,last,mail\nAda,Lovelace,x,ada@example.com\n')
    return planImport(desk, id, plan).then(
      () => [],
      error => error.problems.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
    )
  }
  const columns = [{ column: 1, field: 'last_name' }]

  test.each([
    [{ mode: 'create', columns }, []],
    [{ mode: 'create', columns: [] }, ['columns import.no-columns', 'columns import.required-without-column']],
    [{ mode: 'merge', columns }, ['mode not-a-choice']],
    [{ mode: 'upsert', columns }, ['by import.not-a-key']],
    [{ mode: 'upsert', by: 'last_name', columns }, ['by import.not-a-key']],
    [{ mode: 'upsert', by: 'email', columns }, ['by import.key-without-column']],
    [
      { mode: 'create', columns: [{ column: 9, field: 'last_name' }] },
      ['columns.0.column import.no-such-column', 'columns import.required-without-column'],
    ],
    [{ mode: 'create', columns: [...columns, { column: 2, field: 'last_name' }] }, ['columns.1 import.field-twice']],
    [{ mode: 'create', columns: [...columns, { column: 1, field: 'first_name' }] }, ['columns.1 import.column-twice']],
    [
      { mode: 'create', columns: [...columns, { column: 2, field: 'created_at' }] },
      ['columns.1.field import.not-writable'],
    ],
    [
      { mode: 'create', columns: [...columns, { column: 2, field: '__proto__' }] },
      ['columns.1.field import.not-writable'],
    ],
    [
      { mode: 'create', columns: [...columns, { column: 2, field: 'company', match: 'industry' }] },
      ['columns.1.match import.not-a-match'],
    ],
    [
      { mode: 'create', columns: [...columns, { column: 2, field: 'company', match: 'id', missing: 'create' }] },
      ['columns.1.missing import.cannot-create'],
    ],
    [{ mode: 'create', columns, surprise: 1 }, ['surprise unknown-field']],
    ['nonsense', [' not-an-object']],
  ])('%j', async (plan, expected) => {
    expect(await problems(plan)).toEqual(expected)
  })

  test('a masked field is no target, and what a key was narrowed to holds', async () => {
    const ada = await person(
      desk.kernel,
      { '*': { '*': 'everybody' } },
      { contact: { email: 'hidden', phone: 'readonly' } },
    )
    const { id, plan } = await begin(
      deskOf(desk.kernel, ada),
      'contact',
      'last,email,phone\nLovelace,ada@example.com,+33612345678\nBob,bob@example.com,+33612345679\n',
    )
    expect(plan.columns.map(({ field }) => field)).toEqual(['last_name'])
    await expect(
      planImport(deskOf(desk.kernel, ada), id, {
        mode: 'create',
        columns: [
          { column: 0, field: 'last_name' },
          { column: 1, field: 'email' },
        ],
      }),
    ).rejects.toMatchObject({ problems: [{ code: 'import.not-writable' }] })
    await expect(
      begin(deskOf(desk.kernel, { ...ada, limits: ['contact:read'] }), 'contact', 'last\nx\n'),
    ).rejects.toEqual(refusal('forbidden'))
  })
})

describe('records are made and changed', () => {
  test('created, updated, unchanged and failed, each counted, each change in one batch', async () => {
    await importCsv(desk, 'contact', 'first,last,email\nAda,Lovelace,ada@example.com\nBob,Martin,bob@example.com\n')
    const { batch, ...row } = await importCsv(
      desk,
      'contact',
      'first,last,email\nAda,Lovelace,ADA@example.com\nRobert,Martin,bob@example.com\nCy,Twombly,cy@example.com\nDee,,dee@example.com\nEve,Eve,no address\n',
    )
    expect([row.status, row.rows, row.created, row.updated, row.unchanged, row.failed]).toEqual(['done', 5, 1, 1, 1, 2])
    expect(await badOf(desk, row.id)).toEqual(['5 last_name required', '6 email not-an-email'])
    expect((await people()).map(({ first_name }) => first_name)).toEqual(['Ada', 'Robert', 'Cy'])
    const { rows } = await sql<{
      events: string[]
      source: string
    }>`select events, source from changes where batch = ${batch} and object = 'contact' order by pos`.execute(
      desk.kernel.database.db,
    )
    expect(rows).toEqual([
      { events: ['created'], source: 'import' },
      { events: ['updated'], source: 'import' },
    ])
  })

  test('create repeats no unique value, update makes nothing new', async () => {
    const file = 'last,email\nLovelace,ada@example.com\nMartin,bob@example.com\nNobody,\n'
    await importCsv(desk, 'contact', 'last,email\nKing,ada@example.com\n')
    const updated = await importCsv(desk, 'contact', file, { mode: 'update' })
    expect([updated.updated, updated.failed]).toEqual([1, 2])
    expect(await badOf(desk, updated.id)).toEqual(['3 email import.no-match', '4 email import.no-key'])
    const created = await importCsv(desk, 'contact', file, { mode: 'create', by: null })
    expect([created.created, created.failed]).toEqual([2, 1])
    expect(await badOf(desk, created.id)).toEqual(['2 email not-unique'])
  })

  test('the second row that names a unique value is told of the first, across slices and in a dry run too', async () => {
    const rows = Array.from({ length: 1100 }, (_, at) => `P${at},p${at}@example.com`)
    const file = `last,email\n${rows.join('\n')}\nTwin,P3@example.com\nTwin,new@example.com\nTwin,new@example.com\n`
    for (const row of [await checkCsv(desk, 'contact', file), await importCsv(desk, 'contact', file)]) {
      expect([row.created, row.failed]).toEqual([1101, 2])
      expect(await badOf(desk, row.id)).toEqual(['1102 email import.twin', '1104 email import.twin'])
      const bad = await desk.kernel.database.db
        .selectFrom('import_rows')
        .select('problems')
        .where('import_id', '=', row.id)
        .orderBy('row')
        .executeTakeFirst()
      expect(bad?.problems[0]?.params).toEqual({ row: 5 })
    }
    expect([await count('contacts'), await count('import_keys')]).toEqual([1101, 0])
  })

  test('an empty cell leaves what is there, or clears it', async () => {
    await importCsv(desk, 'contact', 'first,last,email,status\nAda,Lovelace,ada@example.com,Customer\n')
    const blank = 'first,last,email,status\n,Lovelace,ada@example.com,\n,New,new@example.com,\n'
    expect((await importCsv(desk, 'contact', blank)).unchanged).toBe(1)
    const cleared = await importCsv(desk, 'contact', 'first,last,email\n,Lovelace,ada@example.com\n', {
      blank: 'clear',
    })
    expect(cleared.updated).toBe(1)
    expect(await people()).toMatchObject([
      { first_name: null, status: 'customer' },
      { first_name: null, status: 'lead' },
    ])
  })

  test('what is no field is left out; ragged and odd rows are each answered', async () => {
    const long = 'x'.repeat(10 * 2 ** 20)
    const file = `last,shoe size,email\nShort\nLong,9,long@example.com,surplus\nBlank,9,blank@example.com,,\nN\0l,9,nul@example.com\n"two\nlines",9,\n${'y'.repeat(300)},9,\n${long},9,\n`
    const row = await importCsv(desk, 'contact', file)
    expect([row.created, row.failed]).toEqual([3, 4])
    expect(await badOf(desk, row.id)).toEqual([
      '3  import.too-many-cells',
      '5 last_name nul-character',
      '7 last_name too-long',
      '8 last_name too-long',
    ])
    expect((await people()).map(({ last_name }) => last_name)).toEqual(['Blank', 'Short', 'two lines'])
  })

  test('a quote that opens far down stops the import there, and what came before stays', async () => {
    const file = `last,email\n${Array.from({ length: 600 }, (_, at) => `P${at},p${at}@example.com`).join('\n')}\n"open,x\nlast,y\n`
    const row = await importCsv(desk, 'contact', file)
    expect([row.status, row.problem?.code, row.problem?.params, row.created]).toEqual([
      'failed',
      'import.quote-open',
      { row: 602 },
      500,
    ])
  })

  test('a cell that an export guarded comes back as it was; numbers and phones need no guard', async () => {
    await importCsv(desk, 'contact', "last,phone,email\n'=cmd(),+33612345678,a@example.com\n''=x,,b@example.com\n")
    expect(await people()).toMatchObject([{ last_name: "'=x" }, { last_name: '=cmd()', phone: '+33612345678' }])
  })

  test('Windows-1252 and UTF-16 arrive as letters', async () => {
    await importCsv(desk, 'contact', Buffer.from('nom;prénom\nMüller;Zoë\n', 'latin1'))
    await importCsv(desk, 'contact', Buffer.from('\ufeffnom\tprénom\nÅngström\tÉlan\n', 'utf16le'))
    expect(await people()).toMatchObject(
      [
        { last_name: 'Müller', first_name: 'Zoë' },
        { last_name: 'Ångström', first_name: 'Élan' },
      ].sort((a, b) => (a.last_name < b.last_name ? -1 : 1)),
    )
  })
})

describe('what a cell points to is found', () => {
  const columns = (missing: string, match = 'title') => ({
    mode: 'create',
    by: null,
    columns: [
      { column: 0, field: 'last_name' },
      { column: 1, field: 'company', match, missing },
    ],
  })
  const file = 'last,company\nA,Acme\nB,ACMÉ\nC,\nD,Unknown\nE,unknown\n'

  test('by title, whatever its case; what is not there is an error, left empty, or made', async () => {
    await asSystem(desk.kernel, ctx => ctx.create(company, [{ name: 'Acme' }]))
    const refused = await importCsv(desk, 'contact', file, columns('error'))
    expect([refused.created, await badOf(desk, refused.id)]).toEqual([
      3,
      ['5 company import.not-found', '6 company import.not-found'],
    ])
    expect((await importCsv(desk, 'contact', file, columns('empty'))).created).toBe(5)
    const made = await importCsv(desk, 'contact', file, columns('create'))
    expect([made.created, await count('companies')]).toEqual([5, 2])
    expect((await people()).filter(({ last_name, company: id }) => last_name === 'E' && id !== null)).toHaveLength(1)
  })

  test('by a unique field, by id, and only what the importer may see', async () => {
    const [acme] = await asSystem(desk.kernel, ctx => ctx.create(company, [{ name: 'Acme', domain: 'acme.com' }]))
    expect((await importCsv(desk, 'contact', 'last,company\nA,ACME.com\n', columns('error', 'domain'))).created).toBe(1)
    expect((await importCsv(desk, 'contact', `last,company\nA,${acme?.id}\n`, columns('error', 'id'))).created).toBe(1)
    const ada = await person(desk.kernel, { contact: { '*': 'everybody' }, company: { read: 'own' } })
    const row = await importCsv(deskOf(desk.kernel, ada), 'contact', 'last,company\nA,Acme\n', columns('error'))
    expect(await badOf(desk, row.id)).toEqual(['2 company import.not-found'])
  })

  test('of two with one name neither is taken', async () => {
    await asSystem(desk.kernel, ctx => ctx.create(company, [{ name: 'Acme' }, { name: 'acme' }]))
    const row = await importCsv(desk, 'contact', 'last,company\nA,Acme\n', columns('create'))
    expect(await badOf(desk, row.id)).toEqual(['2 company import.ambiguous'])
  })

  test('a person by a name of several words; people with what they are there for', async () => {
    await asSystem(desk.kernel, async ctx => {
      await ctx.create(contact, [
        { first_name: 'Ada King', last_name: 'Lovelace' },
        { first_name: 'Bob', last_name: 'van der Berg' },
        { last_name: 'Cher' },
      ])
    })
    await sql`truncate pipelines, stages, deals cascade`.execute(desk.kernel.database.db)
    await importCsv(desk, 'pipeline', 'name\nSales\n', { mode: 'create', by: null })
    await importCsv(desk, 'stage', 'pipeline,name\nSales,First\n')
    const row = await importCsv(
      desk,
      'deal',
      'title,stage,contact,people,value\nBig,First,ada king lovelace,Bob van der Berg (Decides); Cher,"-12,5"\nBigger,First,Ada King Lovelace,"Bob van der Berg (Decides); Cher","1 200,50 €"\n',
    )
    expect(await badOf(desk, row.id)).toEqual(['2 value too-small'])
    const { rows } = await sql<{
      role: string
    }>`select l.role, c.last_name from links l join contacts c on c.id = l.to_id where l.field = 'people' order by l.place`.execute(
      desk.kernel.database.db,
    )
    expect(rows).toEqual([
      { role: 'decides', last_name: 'van der Berg' },
      { role: expect.anything(), last_name: 'Cher' },
    ])
    const deals = await sql<{ value: string }>`select value, value_currency from deals`.execute(desk.kernel.database.db)
    expect(deals.rows).toEqual([{ value: '1200.5000', value_currency: 'EUR' }])
  })

  test('tags by name, made where the plan says so', async () => {
    await asSystem(desk.kernel, ctx => ctx.create(tag, [{ name: 'VIP' }]))
    const plan = (missing: string) => ({
      mode: 'create',
      by: null,
      columns: [
        { column: 0, field: 'last_name' },
        { column: 1, field: 'tags', match: 'title', missing },
      ],
    })
    const row = await importCsv(desk, 'contact', 'last,tags\nA,"vip; ""new, shiny"""\n', plan('create'))
    expect([row.created, await count('tags')]).toEqual([1, 2])
    expect((await importCsv(desk, 'contact', 'last,tags\nB,vip\nC,nix\n', plan('empty'))).created).toBe(2)
  })
})

describe('the pipeline decides', () => {
  test('rows that a rule or the database refuses fail alone, whatever their number', async () => {
    await importCsv(desk, 'lost_reason', 'name\nPrice\n', { mode: 'create', by: null })
    await asSystem(desk.kernel, async ctx => {
      const [one] = await ctx.create(contact, [{ last_name: 'Holder', email: 'main@example.com' }])
      await sql`insert into contact_emails (id, contact, address, kind, main, created_at, updated_at)
        select gen_random_uuid(), ${one?.id}::uuid, 'taken' || n || '@example.com', 'work', false, now(), now() from generate_series(0, 39) as n`.execute(
        ctx.db,
      )
    })
    const rows = Array.from(
      { length: 700 },
      (_, at) => `P${at},${at % 17 === 0 && at / 17 < 40 ? `taken${at / 17}` : `free${at}`}@example.com`,
    )
    const row = await importCsv(desk, 'contact', `last,email\n${rows.join('\n')}\n`)
    expect([row.status, row.created, row.failed]).toEqual(['done', 660, 40])
    expect((await badOf(desk, row.id)).every(line => line.endsWith('email not-unique'))).toBe(true)
  })

  test('as far as the importer may: own records only, and what is seen but not theirs is said', async () => {
    const ada = await person(desk.kernel, {
      contact: { read: 'everybody', create: 'everybody', edit: 'own', import: 'everybody' },
    })
    await importCsv(desk, 'contact', 'last,email\nTheirs,theirs@example.com\n')
    const mine = deskOf(desk.kernel, ada)
    await importCsv(mine, 'contact', 'last,email\nMine,mine@example.com\n')
    const row = await importCsv(mine, 'contact', 'last,email\nX,theirs@example.com\nY,mine@example.com\n')
    expect([row.updated, await badOf(desk, row.id)]).toEqual([1, ['2 email import.not-yours']])
  })

  test('a right that is taken away bites between two slices', async () => {
    const ada = await person(desk.kernel, { contact: { '*': 'everybody' } })
    const mine = deskOf(desk.kernel, ada)
    const file = `last,email\n${Array.from({ length: 1500 }, (_, at) => `P${at},p${at}@example.com`).join('\n')}\n`
    const { id } = await begin(mine, 'contact', file)
    await startImport(mine, id)
    const stop = await desk.kernel.database.listen(importChannel, () => {})
    const running = run(mine, id)
    await sql`update users set active = false where id = ${ada.id}`.execute(desk.kernel.database.db)
    const row = await running
    await stop()
    expect([row.status, row.problem?.code]).toEqual(['failed', 'transfer.nobody'])
    expect(row.created).toBeLessThan(1500)
  })

  test('a dry run says what would be, field by field, and leaves nothing behind', async () => {
    await asSystem(desk.kernel, ctx => ctx.create(company, [{ name: 'Acme' }]))
    await importCsv(desk, 'contact', 'first,last,email\nAda,Lovelace,ada@example.com\n')
    const before = await count('changes')
    const file = 'first,last,email,company\nAugusta,Lovelace,ada@example.com,Acme\nBob,Martin,bob@example.com,\nX,,x,\n'
    const row = await checkCsv(desk, 'contact', file)
    expect([row.status, row.created, row.updated, row.failed]).toEqual(['checked', 1, 1, 1])
    expect(row.detail).toMatchObject([
      {
        row: 2,
        fate: 'updated',
        changes: { first_name: { before: 'Ada', after: 'Augusta' }, company: { before: '', after: 'Acme' } },
      },
      {
        row: 3,
        fate: 'created',
        changes: { last_name: { before: '', after: 'Martin' }, status: { before: '', after: 'lead' } },
      },
      {
        row: 4,
        fate: 'failed',
        problems: [
          { field: 'last_name', code: 'required' },
          { field: 'email', code: 'not-an-email' },
        ],
      },
    ])
    expect([await count('changes'), await count('contacts')]).toEqual([before, 1])
    await startImport(desk, row.id)
    const done = await run(desk, row.id)
    expect([done.created, done.updated, done.failed, await badOf(desk, row.id)]).toEqual([1, 1, 1, expect.any(Array)])
  })
})

describe('an import that runs', () => {
  const file = `last,email\n${Array.from({ length: 1700 }, (_, at) => `P${at},p${at}@example.com`).join('\n')}\nBad,bad\n`

  test('tells how far it is, stops when told, and goes on where it stopped', async () => {
    const { id } = await begin(desk, 'contact', file)
    await startImport(desk, id)
    const heard: { id: string; rows: number; status: string }[] = []
    let cancelled: Promise<unknown> | undefined
    const stop = await desk.kernel.database.listen(importChannel, payload => {
      if (payload) heard.push(JSON.parse(payload))
      if (heard.at(-1)?.rows === 500) cancelled ??= cancelImport(desk, id)
    })
    const row = await run(desk, id)
    await cancelled
    expect(heard[0]).toMatchObject({ id, rows: 500, created: 500, status: 'running', seconds_left: expect.any(Number) })
    expect(row.status).toBe('cancelled')
    expect(row.rows).toBeLessThan(1701)
    expect(await count('contacts')).toBe(row.created)
    await startImport(desk, id)
    const done = await run(desk, id)
    await stop()
    expect([done.status, done.rows, done.created, done.failed, await count('contacts')]).toEqual([
      'done',
      1701,
      1700,
      1,
      1700,
    ])
  })

  test('two workers do it once', async () => {
    const { id } = await begin(desk, 'contact', file)
    await startImport(desk, id)
    await Promise.all([run(desk, id), run(desk, id)])
    const done = await getImport(desk.kernel.database.db, id)
    expect([done.status, done.rows, done.created, await count('contacts')]).toEqual(['done', 1701, 1700, 1700])
  })

  test('is stopped between slices when the process ends, and is given up when it never gets on', async () => {
    const { id } = await begin(desk, 'contact', file)
    await startImport(desk, id)
    for (let attempt = 0; attempt < 5; attempt++) await expect(run(desk, id, stopAfter(0))).rejects.toThrow('stops')
    expect((await getImport(desk.kernel.database.db, id)).status).toBe('running')
    const row = await run(desk, id, stopAfter(0))
    expect([row.status, row.problem?.code]).toEqual(['failed', 'import.gave-up'])
  })

  test('only one press of a button counts', async () => {
    const { id } = await begin(desk, 'contact', file)
    await startImport(desk, id)
    await expect(startImport(desk, id)).rejects.toEqual(refusal('import.not-now'))
    await expect(planImport(desk, id, (await getImport(desk.kernel.database.db, id)).plan)).rejects.toEqual(
      refusal('import.not-now'),
    )
    await expect(revertLater(desk, id)).rejects.toEqual(refusal('import.not-now'))
  })

  test('bad rows come back as a file, are mended and sent again', async () => {
    const row = await importCsv(
      desk,
      'contact',
      'Nom;Courriel;Rest\n=Lovelace;ada(at)example.com;"a;b"\n;bob@example.com;\nMartin;c@example.com;\n',
    )
    const model = desk.kernel.models.get('contact')
    const csv = await textOf(badRowsCsv(badRows(desk.kernel, row), row.headers, { words, language: 'fr', model }))
    const lines = csv.split('\r\n')
    expect(lines[0]).toBe('\ufeffNom,Courriel,Rest,import_problem')
    expect(lines[1]).toMatch(/^'=Lovelace,ada\(at\)example\.com,"a;b",E-?mail/)
    expect(lines).toHaveLength(4)
    const again = await begin(desk, 'contact', csv.replace('ada(at)', 'ada@').replace(',bob@', 'Bobson,bob@'), {
      like: row.id,
    })
    expect(again.plan).toEqual(row.plan)
    await startImport(desk, again.id)
    expect((await run(desk, again.id)).created).toBe(2)
    expect((await people()).map(({ last_name }) => last_name)).toEqual(['=Lovelace', 'Bobson', 'Martin'])
  })

  test('is taken back whole', async () => {
    await importCsv(desk, 'contact', 'first,last,email\nAda,Lovelace,ada@example.com\n')
    const before = await people()
    const row = await importCsv(
      desk,
      'contact',
      'first,last,email,company\nAugusta,Lovelace,ada@example.com,New Co\nBob,Martin,bob@example.com,New Co\n',
      {
        columns: [
          { column: 0, field: 'first_name' },
          { column: 1, field: 'last_name' },
          { column: 2, field: 'email' },
          { column: 3, field: 'company', match: 'title', missing: 'create' },
        ],
      },
    )
    expect([row.created, row.updated]).toEqual([1, 1])
    await revertLater(desk, row.id)
    await revertImport(desk, row.id)
    expect((await getImport(desk.kernel.database.db, row.id)).status).toBe('reverted')
    expect(await people()).toEqual(before)
    const { rows } = await sql`select 1 from companies where deleted_at is null`.execute(desk.kernel.database.db)
    expect(rows).toEqual([])
  })
})

test('a declaration that was not meant for it imports all the same', async () => {
  const row = await importCsv(desk, 'lost_reason', 'Nom,Concerne\nTrop cher,Price\nPlus tard,timing\n')
  expect(row.created).toBe(2)
  const rows = await asSystem(desk.kernel, ctx => ctx.find(lostReason, { about: 'timing' }))
  expect(rows.map(({ name }) => name)).toEqual(['Plus tard'])
})
