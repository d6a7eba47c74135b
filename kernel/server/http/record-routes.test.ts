import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { type Caller, ownerRole, type TestServer, testServer } from '../../../tests/server.ts'

let test: TestServer
let owner: Caller
beforeAll(async () => {
  test = await testServer(await testKernel())
  owner = test.as(await test.person('Olga', [ownerRole]))
})
afterAll(() => test.close())

const make = async (plural: string, body: object) => (await owner.post(`/api/${plural}`, body)).body
const search = (where: object, more = '') =>
  owner.get(`/api/contacts?where=${encodeURIComponent(JSON.stringify(where))}${more}`)

describe('a record', () => {
  it('is created, read, changed, removed and brought back', async () => {
    const created = await owner.post('/api/companies', { name: 'Ateliér Brume', domain: 'brume.example' })
    expect(created).toMatchObject({ status: 201, body: { name: 'Ateliér Brume', version: 1 } })
    const url = `/api/companies/${created.body.id}`
    expect(await owner.get(url)).toMatchObject({ status: 200, headers: { etag: '"1"' } })
    expect((await owner.patch(url, { industry: 'Print' }, { 'if-match': '"1"' })).body).toMatchObject({
      industry: 'Print',
      version: 2,
    })
    expect(await owner.delete(url)).toMatchObject({ status: 204 })
    expect((await owner.get('/api/companies?trashed=true')).body.rows).toHaveLength(1)
    expect((await owner.post(`${url}/restore`)).body).toMatchObject({ version: 4 })
  })

  it('answers with or without the last slash', async () => {
    expect(await owner.get('/api/contacts/')).toMatchObject({ status: 200 })
    expect(await owner.get('/api/deals/')).toMatchObject({ status: 200 })
  })

  it('says of values whether they would be taken, in the words of the write, and writes nothing', async () => {
    const check = (values: object, more: object = {}, by = owner) =>
      by.post('/api/companies/check', { values, ...more })
    const { id } = await make('companies', { name: 'Checked', domain: 'checked.example' })
    const before = (await owner.get('/api/companies?count=true')).body.count
    expect(await check({ name: 'Free', domain: 'free.example' })).toMatchObject({ status: 204 })
    const said = await check({ name: '', website: 'no address at all' })
    expect(said).toMatchObject({ status: 422, body: { code: 'invalid' } })
    expect(said.body).toMatchObject({
      fields: (await owner.post('/api/companies', { name: '', website: 'no address at all' })).body.fields,
    })
    expect(await check({ name: 'x', domain: 'CHECKED.example' })).toMatchObject({
      body: { fields: [{ field: 'domain', code: 'not-unique' }] },
    })
    expect(await check({ domain: 'checked.example' }, { id })).toMatchObject({ status: 204 })
    expect(await check({ nothing: 1 })).toMatchObject({ status: 422 })
    const nobody = test.as(await test.person('Nobody', []))
    expect(await check({ name: 'x' }, {}, nobody)).toMatchObject({ status: 403 })
    expect((await owner.get('/api/companies?count=true')).body.count).toBe(before)
  })

  it('refuses a stale version and names what changed', async () => {
    const { id } = await make('companies', { name: 'Vistula' })
    await owner.patch(`/api/companies/${id}`, { industry: 'Robots' })
    const reply = await owner.patch(`/api/companies/${id}`, { name: 'Vistula SA' }, { 'if-match': '"1"' })
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'conflict', fields: [{ field: 'industry', params: { value: 'Robots' } }] },
    })
  })

  it('is replaced by PUT: what is left out is cleared', async () => {
    const { id } = await make('companies', { name: 'Odra', industry: 'Steel' })
    expect((await owner.put(`/api/companies/${id}`, { name: 'Odra' })).body).toMatchObject({
      name: 'Odra',
      industry: null,
    })
  })

  it('cannot take a unique value that a live record has, and can after that one is gone', async () => {
    const first = await make('companies', { name: 'One', domain: 'taken.example' })
    expect(await owner.post('/api/companies', { name: 'Two', domain: 'TAKEN.example' })).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'domain', code: 'not-unique' }] },
    })
    await owner.delete(`/api/companies/${first.id}`)
    expect(await owner.post('/api/companies', { name: 'Two', domain: 'taken.example' })).toMatchObject({ status: 201 })
    expect(await owner.post(`/api/companies/${first.id}/restore`)).toMatchObject({ status: 422 })
  })

  it('names every problem at once', async () => {
    const reply = await owner.post('/api/contacts', { first_name: 7, email: 'nobody', nonsense: true })
    expect(reply.status).toBe(422)
    expect(reply.body.fields.map(({ field }: { field: string }) => field).sort()).toEqual([
      'email',
      'first_name',
      'last_name',
      'nonsense',
    ])
  })

  it('does not point to what is not there, or is in the trash', async () => {
    const company = await make('companies', { name: 'Gone' })
    await owner.delete(`/api/companies/${company.id}`)
    for (const id of [company.id, '01890000-0000-7000-8000-000000000000'])
      expect(await owner.post('/api/contacts', { last_name: 'X', company: id })).toMatchObject({
        status: 422,
        body: { fields: [{ field: 'company', code: 'ref-missing' }] },
      })
  })
})

describe('a list', () => {
  it('filters, through refs too, and sorts without case or accents', async () => {
    const company = await make('companies', { name: 'Filter & Söhne', industry: 'Filters' })
    for (const last_name of ['émile', 'Zola', 'Dupont']) await make('contacts', { last_name, company: company.id })
    const reply = await search({ 'company.industry': 'filters' }, '&sort=last_name&columns=last_name')
    expect(reply.body.rows.map((row: { last_name: string }) => row.last_name)).toEqual(['Dupont', 'émile', 'Zola'])
  })

  it('pages by cursor through records whose key is empty, in both directions', async () => {
    const company = await make('companies', { name: 'Pages' })
    for (let at = 0; at < 23; at++)
      await make('contacts', {
        last_name: `Page ${at}`,
        company: company.id,
        ...(at % 3 ? { position: `P${at % 5}` } : {}),
      })
    for (const sort of ['position', '-position', 'position,-last_name', '-position,last_name']) {
      const seen: string[] = []
      let next = ''
      do {
        const reply = await search({ company: company.id }, `&sort=${sort}&limit=5${next}`)
        seen.push(...reply.body.rows.map((row: { id: string }) => row.id))
        next = reply.body.next ? `&after=${reply.body.next}` : ''
      } while (next)
      const whole = await search({ company: company.id }, `&sort=${sort}&limit=200`)
      expect(seen).toEqual(whole.body.rows.map((row: { id: string }) => row.id))
      expect(seen).toHaveLength(23)
      expect(whole.body.rows.slice(-8).every((row: { position: string | null }) => row.position === null)).toBe(true)
    }
  })

  it('names a tag in the colour that it was given, and nothing else in one', async () => {
    const vip = await make('tags', { name: 'VIP', color: 'violet' })
    const company = await make('companies', { name: 'Tagged', tags: [vip.id] })
    await make('companies', { name: 'Within', parent: company.id })
    const found = await owner.get(`/api/companies?search=Tagged&include=tags`)
    expect(found.body.included).toEqual({ tag: { [vip.id]: { id: vip.id, title: 'VIP', tone: 'violet' } } })
    const within = await owner.get(`/api/companies?search=Within&include=parent`)
    expect(within.body.included).toEqual({ company: { [company.id]: { id: company.id, title: 'Tagged' } } })
  })

  it('counts no further than asked, includes names, and totals by group', async () => {
    const pipeline = await make('pipelines', { name: 'Sales' })
    const stage = await make('stages', { name: 'New', pipeline: pipeline.id })
    for (const amount of ['10.50', '0.01'])
      await make('deals', { title: amount, stage: stage.id, value: { amount, currency: 'USD' } })
    await make('deals', { title: 'euro', stage: stage.id, value: { amount: '5', currency: 'EUR' } })
    const list = await owner.get('/api/deals?include=stage&count=true')
    expect(list.body).toMatchObject({ count: 3, capped: false, included: { stage: { [stage.id]: { title: 'New' } } } })
    const totals = await owner.get('/api/deals/totals?group=stage&sum=value')
    expect(totals.body.rows).toEqual([
      {
        group: stage.id,
        count: 3,
        sums: {
          value: [
            { amount: '5.0000', currency: 'EUR' },
            { amount: '10.5100', currency: 'USD' },
          ],
        },
        converted: { value: { amount: '10.51', currency: 'USD', without_rate: 1 } },
      },
    ])
  })

  it('groups days by their month', async () => {
    const { rows } = (await owner.get('/api/deals?sort=title')).body
    for (const [at, day] of ['2026-03-31', '2026-03-01', '2026-04-01'].entries())
      await owner.patch(`/api/deals/${rows[at].id}`, { close_date: day })
    const months = (await owner.get('/api/deals/totals?group=close_date:month')).body.rows
    expect(months.map(({ group, count }: { group: string; count: number }) => [group, count])).toEqual([
      ['2026-03-01', 2],
      ['2026-04-01', 1],
    ])
    expect(await owner.get('/api/deals/totals?group=title:month')).toMatchObject({ status: 422 })
  })

  it('takes averages of what has a value, by currency', async () => {
    const reply = await owner.post('/api/deals/totals', { where: { title: { not: 'x' } }, average: ['value'] })
    expect(reply.body.rows).toMatchObject([
      {
        sums: {},
        averages: {
          value: [
            { amount: '5.0000', currency: 'EUR' },
            { amount: '5.2550', currency: 'USD' },
          ],
        },
      },
    ])
    expect(await owner.get('/api/deals/totals?average=title')).toMatchObject({ status: 422 })
  })

  it('takes a long filter by POST', async () => {
    const reply = await owner.post('/api/contacts/query', {
      where: { any: [{ last_name: 'zola' }, { last_name: { starts: 'dup' } }] },
      sort: 'last_name',
    })
    expect(reply.body.rows.map((row: { last_name: string }) => row.last_name)).toEqual(['Dupont', 'Zola'])
  })

  it('counts related records in a window', async () => {
    const company = await make('companies', { name: 'Counted' })
    for (const last_name of ['A', 'B']) await make('contacts', { last_name, company: company.id })
    const count = { of: 'contact', by: 'company', within: { last: '2 days' }, gte: 2 }
    const reply = await owner.post('/api/companies/query', { where: { name: 'counted', count } })
    expect(reply.body.rows).toHaveLength(1)
    const none = await owner.post('/api/companies/query', { where: { name: 'counted', count: { ...count, gte: 3 } } })
    expect(none.body.rows).toHaveLength(0)
  })
})

describe('an action', () => {
  it('runs on one and on many, refuses in words, and is undone with its batch', async () => {
    const pipeline = await make('pipelines', { name: 'Actions' })
    const stage = await make('stages', { name: 'New', pipeline: pipeline.id })
    const deals = [
      await make('deals', { title: 'a', stage: stage.id }),
      await make('deals', { title: 'b', stage: stage.id }),
    ]
    const won = await owner.post(`/api/deals/${deals[0].id}/win`, {})
    expect(won).toMatchObject({ status: 200, body: { status: 'won' } })
    expect(await owner.post('/api/deals/win', { ids: deals.map(({ id }) => id) })).toMatchObject({
      status: 409,
      body: { code: 'deal.closed' },
    })
    expect((await owner.get(`/api/deals/${deals[1].id}`)).body.status).toBe('open')
    expect((await owner.post(`/api/batches/${won.headers.batch}/undo`)).body).toMatchObject({ undone: 1, kept: [] })
    expect((await owner.get(`/api/deals/${deals[0].id}`)).body).toMatchObject({ status: 'open', closed_on: null })
    expect(await owner.post(`/api/deals/${deals[0].id}/lose`, {})).toMatchObject({
      status: 422,
      body: { fields: [{ field: 'reason', code: 'required' }] },
    })
  })
})

describe('an idempotency key', () => {
  it('does the work once, repeats the answer, and belongs to one body', async () => {
    const key = { 'idempotency-key': 'once-1' }
    const first = await owner.post('/api/companies', { name: 'Once' }, key)
    const again = await owner.post('/api/companies', { name: 'Once' }, key)
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id }, headers: { 'idempotent-replay': 'true' } })
    expect(await owner.post('/api/companies', { name: 'Other' }, key)).toMatchObject({
      status: 409,
      body: { code: 'idempotency.other-body' },
    })
  })
})

describe('many at once', () => {
  it('edits all that a filter finds, each its own, and removes and undoes as one', async () => {
    const ids = []
    for (let at = 0; at < 5; at++) ids.push((await make('companies', { name: `Bulk ${at}` })).id)
    expect(
      (await owner.patch('/api/companies', { where: { name: { starts: 'bulk' } }, patch: { industry: 'Bulk' } })).body
        .count,
    ).toBe(5)
    await owner.patch('/api/companies', { edits: ids.map((id, at) => ({ id, employees: at })) })
    const list = await owner.get(
      `/api/companies?where=${encodeURIComponent('{"industry":"bulk"}')}&sort=name&columns=employees`,
    )
    expect(list.body.rows.map((row: { employees: number }) => row.employees)).toEqual([0, 1, 2, 3, 4])
    const removed = await owner.delete('/api/companies', { ids })
    expect((await owner.post(`/api/batches/${removed.headers.batch}/undo`)).body.undone).toBe(5)
    expect(await owner.get(`/api/companies/${ids[0]}`)).toMatchObject({ body: { deleted_at: null } })
  })
})

describe('bad input', () => {
  it.each([
    ['/api/contacts?limit=0', 422],
    ['/api/contacts?limit=100000', 422],
    ['/api/contacts?sort=nonsense', 422],
    ['/api/contacts?after=nonsense', 422],
    ['/api/contacts?where=%7B', 422],
    ['/api/contacts?where=[]', 422],
    ['/api/contacts?where={"nonsense":1}', 422],
    ['/api/contacts?where={"first_name":{"gt":"a"}}', 422],
    ['/api/contacts?columns=password', 422],
    ['/api/contacts?nonsense=1', 422],
    ['/api/contacts/not-an-id', 422],
    ['/api/nonsense', 404],
    ['/api/contacts/01890000-0000-7000-8000-000000000000', 404],
    ['/nonsense', 404],
    ['/api/contacts?include=first_name', 422],
    ['/api/contacts?where={"company.company.company.company.name":"x"}', 422],
  ])('%s is answered with %i and a code', async (url, status) => {
    const reply = await owner.get(url)
    expect(reply.status).toBe(status)
    expect(reply.body.code).toEqual(expect.any(String))
  })

  it('refuses a filter that is too deep or too long', async () => {
    let deep: object = { last_name: 'x' }
    for (let at = 0; at < 20; at++) deep = { not: deep }
    expect(await owner.post('/api/contacts/query', { where: deep })).toMatchObject({ status: 422 })
    expect(
      await owner.post('/api/contacts/query', {
        where: { any: Array.from({ length: 101 }, () => ({ last_name: 'x' })) },
      }),
    ).toMatchObject({ status: 422 })
  })

  it('refuses broken JSON', async () => {
    const reply = await test.server.inject({
      method: 'POST',
      url: '/api/contacts',
      headers: { 'content-type': 'application/json' },
      payload: '{"a":',
    })
    expect(reply.statusCode).toBe(400)
  })
})
