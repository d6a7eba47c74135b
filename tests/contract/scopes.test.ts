// Every object × verb and action × scope, and through a parent: what the server allows is what a plain reading of the
// roles allows.

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Field } from '#kernel/schema/field.ts'
import type { Role, Scope } from '#kernel/server/access/actor.ts'
import type { AnyRow } from '#kernel/server/records/context.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { makeRecord, needs, plainValue, type Values } from '../factories.ts'
import { seeded } from '../random.ts'
import { withEveryType } from './every-type.ts'
import { type Facts, mayDo } from './naive-access.ts'
import { triedObjects } from './tried.ts'
import { type Caller, idsOf, inputOf, openWorld, roleOf, type World, withWhere } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(withEveryType)
})
afterAll(() => world.close())

/** Made on the way, by one who is not asked about. */
const everything = new Map<string, Promise<readonly AnyRow[]>>()

/** Records of each person and of nobody; of what hangs on something else, also on that of each. */
function recordsOf(model: Model): Promise<readonly AnyRow[]> {
  const known = everything.get(model.name) ?? makeRecords(model)
  everything.set(model.name, known)
  return known
}

async function makeRecords(model: Model): Promise<readonly AnyRow[]> {
  const { through, owned, shared } = model.object
  const owners = [world.me, world.mate, world.stranger, null]
  if (shared)
    return Promise.all(
      ['mine', 'team', 'all'].flatMap(by => owners.map(owner => madeBy(model, owner, { [shared]: by }))),
    )
  if (!through) return Promise.all(owners.map(owner => madeBy(model, owner)))
  const field = model.fields[through] as Field
  const parent = world.kernel.models.get(
    field.type === 'about' ? (field.to[0] as string) : (field as { to: string }).to,
  )
  const parents = await Promise.all(owners.map(owner => madeBy(parent, owner)))
  const links = parents.map(({ id }) => (field.type === 'about' ? [{ object: parent.name, id }] : id))
  if (!owned) return Promise.all(links.map(link => madeBy(model, world.me, { [through]: link })))
  const rows = owners.flatMap(owner => [[], ...links].map(link => madeBy(model, owner, { [through]: link })))
  return Promise.all(rows)
}

async function madeBy(model: Model, owner: string | null, values: Values = {}): Promise<AnyRow> {
  const row = await makeRecord(world.kernel, model, { ...values, ...(model.object.owned ? { owner_id: owner } : {}) })
  await sql`update ${sql.table(model.table)} set created_by = ${owner}::uuid where id = ${row.id}::uuid`.execute(
    world.kernel.database.db,
  )
  return { ...row, created_by: owner }
}

const urlOf = (model: Model, { id }: { readonly id: string }) => `/api/${model.object.plural}/${id}`
const scopesOf = (rows: readonly AnyRow[]): Scope[] => ['nobody', 'own', 'team', 'everybody', filterOf(rows)]
const filterOf = (rows: readonly AnyRow[]) => ({ filter: { id: { in: idsOf(rows.filter((_, at) => at % 3 === 1)) } } })

const parentsOf = ({ object: { through }, fields }: Model): readonly string[] => {
  const field = through ? (fields[through] as Field) : undefined
  return field?.type === 'about' ? field.to : field?.type === 'ref' ? [field.to] : []
}

async function factsOf({ actor }: Caller, model: Model): Promise<Facts> {
  const around = await Promise.all(
    [...new Set([model.name, ...parentsOf(model)])].map(async name => [name, await liveRows(name)] as const),
  )
  const rows = new Map(around)
  return {
    models: world.kernel.models,
    actor,
    find: (object, id) => rows.get(object)?.get(id),
    filtered: new Set(idsOf((await recordsOf(model)).filter((_, at) => at % 3 === 1))),
  }
}

async function liveRows(name: string) {
  const { body } = await world.owner.post(`/api/${world.kernel.models.get(name).object.plural}/query`, { limit: 200 })
  return new Map<string, AnyRow>(body.rows.map((row: AnyRow) => [row.id, row]))
}

/** A scope for one verb, and for the same or nearly the same verb of what the records hang on. */
const cases = (model: Model, rows: readonly AnyRow[], parentScopes: readonly Scope[]) =>
  scopesOf(rows).flatMap(scope =>
    (parentsOf(model).length ? parentScopes : (['everybody'] as const)).map(parentScope => ({ scope, parentScope })),
  )

describe.each(triedObjects)('%s', name => {
  const model = () => world.kernel.models.get(name)
  const parents = (verb: string, scope: Scope) =>
    Object.fromEntries(parentsOf(model()).map(parent => [parent, { [verb]: scope }]))

  it('is read by whom it should be, whichever way', async () => {
    const rows = await recordsOf(model())
    const list = `/api/${model().object.plural}`
    for (const { scope, parentScope } of cases(model(), rows, ['nobody', 'own', 'everybody'])) {
      const caller = world.as([
        roleOf({
          ...parents('read', parentScope),
          [name]: { read: scope },
          user: name === 'user' ? { read: scope } : { read: 'everybody' },
        }),
      ])
      const facts = await factsOf(caller, model())
      const expected = idsOf(rows.filter(row => mayDo(facts, model(), 'read', row))).sort()
      const said = JSON.stringify([scope, parentScope])
      const mine = { id: { in: idsOf(rows) } }
      if (scope === 'nobody') {
        for (const reply of [
          caller.get(list),
          caller.get(urlOf(model(), rows[0] as AnyRow)),
          caller.get(`${list}/totals`),
        ])
          expect((await reply).status, said).toBe(403)
        continue
      }
      expect(idsOf((await caller.get(list + withWhere(mine))).body.rows).sort(), said).toEqual(expected)
      expect((await caller.post(`${list}/totals`, { where: mine })).body.rows[0]?.count ?? 0, said).toBe(
        expected.length,
      )
      expect((await caller.get(list + withWhere(mine, '&count=true&limit=1'))).body.count, said).toBe(expected.length)
      for (const row of rows) {
        const status = expected.includes(row.id) ? 200 : 404
        const why = await caller.get(`/api/access/why?object=${name}&id=${row.id}`)
        expect(
          [
            (await caller.get(urlOf(model(), row))).status,
            (await caller.get(`${urlOf(model(), row)}/timeline`)).status,
            why.body.allowed,
          ],
          said,
        ).toEqual([status, status, status === 200])
      }
    }
  })

  it('is exported by whom it should be', async () => {
    const rows = await recordsOf(model())
    for (const { scope, parentScope } of cases(model(), rows, ['own', 'everybody'])) {
      const caller = world.as([
        roleOf({ ...parents('read', parentScope), [name]: { read: 'everybody', export: scope } }),
      ])
      const facts = await factsOf(caller, model())
      const reply = await caller.get(
        `/api/${model().object.plural}/export.csv${withWhere({ id: { in: idsOf(rows) } }, '&columns=id')}`,
      )
      if (scope === 'nobody') expect(reply).toMatchObject({ status: 403 })
      else
        expect(reply.body.trim().split('\r\n').slice(1).sort(), JSON.stringify([scope, parentScope])).toEqual(
          idsOf(rows.filter(row => mayDo(facts, model(), 'export', row))).sort(),
        )
    }
  })

  it('is told to those who listen, and found by those who search, and to no others', async () => {
    const rows = await recordsOf(model())
    for (const { scope, parentScope } of cases(model(), rows, ['own', 'everybody'])) {
      const caller = world.as([roleOf({ ...parents('read', parentScope), [name]: { read: scope } })])
      const facts = await factsOf(caller, model())
      const expected = idsOf(rows.filter(row => mayDo(facts, model(), 'read', row))).sort()
      expect((await toldOf(caller, model(), rows)).sort(), JSON.stringify([scope, parentScope])).toEqual(expected)
      const [first] = rows
      if (!first || model().search.length === 0) continue
      const word = String(first[model().search[0]?.fields[0] ?? '']).replace(/<[^>]*>/g, '')
      const hits = (await caller.get(`/api/search?limit=50&q=${encodeURIComponent(word)}`)).body.hits
      for (const hit of hits)
        if (hit.object === name) expect(expected.includes(hit.id) || !idsOf(rows).includes(hit.id)).toBe(true)
    }
  })

  it('is changed and removed by whom it should be', async () => {
    const rows = await recordsOf(model())
    for (const verb of ['edit', 'delete'] as const)
      for (const { scope, parentScope } of cases(model(), rows, ['nobody', 'own', 'everybody'])) {
        const caller = world.as([
          roleOf({ '*': { read: 'everybody' }, ...parents('edit', parentScope), [name]: { [verb]: scope } }),
        ])
        const facts = await factsOf(caller, model())
        for (const row of rows) {
          const said = JSON.stringify([verb, scope, parentScope, row])
          const reply =
            verb === 'edit' ? await caller.patch(urlOf(model(), row), {}) : await caller.delete(urlOf(model(), row))
          expect(reply.body?.code !== 'forbidden', said).toBe(mayDo(facts, model(), verb, row))
          expect(reply.status === 403 || reply.status < 300 || reply.status === 409, said).toBe(true)
          if (verb === 'delete' && reply.status === 204)
            expect((await caller.post(`${urlOf(model(), row)}/restore`)).status, said).toBe(200)
        }
        if (verb === 'delete' || scope === 'nobody' || rightsObjects.includes(name)) continue
        const many = await caller.patch(`/api/${model().object.plural}`, {
          where: { id: { in: idsOf(rows) } },
          patch: {},
        })
        expect(many.body.ids.sort()).toEqual(idsOf(rows.filter(row => mayDo(facts, model(), verb, row))).sort())
      }
  })

  it('does what it can for whom it should', async () => {
    const rows = await recordsOf(model())
    for (const [action, { needs: need, makes, input }] of Object.entries(model().object.actions))
      for (const scope of scopesOf(rows))
        for (const grants of [
          { [action]: scope },
          { [need]: scope },
          { [need]: 'everybody', [action]: scope },
          { [need]: scope, '*': 'everybody' },
        ] as Readonly<Record<string, Scope>>[]) {
          const caller = world.as([roleOf({ '*': { read: 'everybody' }, [name]: { read: 'everybody', ...grants } })])
          const facts = await factsOf(caller, model())
          for (const row of rows) {
            const reply = await caller.post(
              `${urlOf(model(), row)}/${action}`,
              await inputFor((input ?? {}) as Record<string, Field>),
            )
            // What asks for no more than reading does not say that there is a record.
            const refusals = need === 'read' ? ['forbidden', 'missing'] : ['forbidden']
            expect(reply.status, JSON.stringify(reply.body)).toSatisfy((status: number) =>
              [200, 403, 409, ...(need === 'read' ? [404] : [])].includes(status),
            )
            expect(!refusals.includes(reply.body.code), JSON.stringify([action, grants, row])).toBe(
              mayDo(facts, model(), action, row) &&
                (makes === undefined || (makes === name && (grants.create ?? grants['*']) === 'everybody')),
            )
          }
        }
  })

  it('is created by whom it should be, within their scope', async () => {
    const { through, owned } = model().object
    if (rightsObjects.includes(name)) return
    for (const scope of ['nobody', 'own', 'team', 'everybody'] as const) {
      const caller = world.as([
        roleOf({ '*': { read: 'everybody' }, ...parents('edit', 'own'), [name]: { create: scope } }),
      ])
      const owners = owned ? [world.me, world.mate, world.stranger] : [world.me]
      for (const owner of owners)
        for (const parentOwner of through && !owned ? [world.me, world.stranger] : [world.me]) {
          const link =
            through && !owned
              ? { [through]: (await madeBy(world.kernel.models.get(parentsOf(model())[0] ?? ''), parentOwner)).id }
              : {}
          const input = {
            ...inputOf(model(), await needs(world.kernel, model())),
            ...link,
            ...(owned ? { owner_id: owner } : {}),
          }
          const before = await countOf(model())
          const reply = await caller.post(`/api/${model().object.plural}`, input)
          const created = await caller.get(
            reply.status === 201 ? `/api/${model().object.plural}/${reply.body.id}` : '/',
          )
          const facts = await factsOf(caller, model())
          const wouldBe = { ...input, id: 'new', created_by: world.me } as unknown as AnyRow
          const allowed = mayDo(facts, model(), 'create', wouldBe)
          expect([reply.status, reply.body.code], JSON.stringify([scope, owner, parentOwner])).toEqual(
            allowed ? [201, undefined] : [403, scope === 'nobody' ? 'forbidden' : 'outside-scope'],
          )
          expect(created.status === 200).toBe(allowed)
          expect(await countOf(model())).toBe(before + (allowed ? 1 : 0))
        }
    }
  })

  it('is not there for who may not see it, and stays as it is', async () => {
    const rows = await recordsOf(model())
    const caller = world.as([
      roleOf({
        '*': { '*': 'everybody' },
        ...parents('read', 'nobody'),
        ...parents('edit', 'everybody'),
        [name]: { '*': 'everybody', read: filterOf(rows) },
      }),
    ])
    const facts = await factsOf(caller, model())
    const hidden = rows.filter(row => !mayDo(facts, model(), 'read', row))
    const values = inputOf(model(), await needs(world.kernel, model()))
    const [hiddenParents] = [parentsOf(model()).length > 0]
    if (hiddenParents) return
    for (const row of hidden) {
      const before = (await world.owner.get(urlOf(model(), row))).body
      const url = urlOf(model(), row)
      const actions = await Promise.all(
        Object.entries(model().object.actions).map(async ([action, { input }]) =>
          caller.post(`${url}/${action}`, await inputFor((input ?? {}) as Record<string, Field>)),
        ),
      )
      for (const reply of [
        await caller.get(url),
        await caller.patch(url, values),
        await caller.put(url, values),
        await caller.delete(url),
        await caller.post(`${url}/restore`),
        await caller.post(`${url}/purge`),
        await caller.get(`${url}/timeline`),
        ...actions,
      ])
        expect(reply, JSON.stringify(reply.body)).toMatchObject({ status: 404, body: { code: 'missing' } })
      for (const reply of [
        await caller.patch(`/api/${model().object.plural}`, { ids: [row.id], patch: {} }),
        await caller.delete(`/api/${model().object.plural}`, { ids: [row.id] }),
      ])
        expect(reply).toMatchObject({ status: 404 })
      expect((await world.owner.get(url)).body).toEqual(before)
    }
  })
})

const rightsObjects = ['role', 'role_grant', 'role_mask']
const countOf = async (model: Model): Promise<number> =>
  (await world.owner.get(`/api/${model.object.plural}/totals`)).body.rows[0]?.count ?? 0

async function inputFor(fields: Readonly<Record<string, Field>>): Promise<Values> {
  const random = seeded(1)
  const entries = Object.entries(fields).map(
    async ([name, field]) =>
      [
        name,
        field.type === 'ref'
          ? (await makeRecord(world.kernel, world.kernel.models.get(field.to))).id
          : plainValue(field, random, 1),
      ] as const,
  )
  return Object.fromEntries(await Promise.all(entries))
}

async function toldOf({ actor }: Caller, model: Model, rows: readonly AnyRow[]): Promise<string[]> {
  const { openLive } = await import('#kernel/server/live/live.ts')
  const live = openLive(world.kernel, async principals => principals)
  const told: string[] = []
  live.subscribe(
    { actor, via: 'key', id: '' },
    { send: ({ id }) => told.push(id), notice() {}, progress() {}, end() {} },
  )
  await live.publish(
    rows.map(({ id }, pos) => ({
      epoch: 1,
      pos,
      at: '',
      object: model.name,
      record_id: id,
      version: 2,
      events: ['updated'],
      actor_id: null,
      source: 'api',
      batch: '',
      before: {},
      after: {},
    })),
  )
  return told
}

describe('several roles', () => {
  const contact = () => world.kernel.models.get('contact')
  const seen = async (...roles: Role['grants'][]) => {
    const rows = await recordsOf(contact())
    const caller = world.as(roles.map(grants => roleOf(grants)))
    const facts = await factsOf(caller, contact())
    const listed = idsOf((await caller.get(`/api/contacts${withWhere({ id: { in: idsOf(rows) } })}`)).body.rows).sort()
    expect(listed).toEqual(idsOf(rows.filter(row => mayDo(facts, contact(), 'read', row))).sort())
    return listed.length
  }
  it('unite what they give', async () => {
    const rows = await recordsOf(contact())
    expect(await seen({ contact: { read: 'own' } })).toBe(1)
    expect(await seen({ contact: { read: 'own' } }, { contact: { read: filterOf(rows) } })).toBe(2)
    expect(await seen({ contact: { read: 'own' } }, { contact: { read: 'nobody' } })).toBe(1)
    expect(await seen({ contact: { read: 'team' } }, { '*': { '*': 'own' } })).toBe(2)
    expect(await seen({ contact: { read: 'own' } }, { '*': { '*': 'everybody' } })).toBe(4)
    expect(await seen({ contact: { read: 'own' }, '*': { '*': 'everybody' } })).toBe(1)
    expect(await seen({ contact: { edit: 'own' }, '*': { read: 'everybody' } })).toBe(4)
  })
})

describe('a filter as a scope', () => {
  it('looks with the eyes of the role: at masked fields, through records that are not seen', async () => {
    const company = await makeRecord(world.kernel, world.kernel.models.get('company'), {
      industry: 'print',
      owner_id: world.stranger,
    })
    const { id } = await makeRecord(world.kernel, world.kernel.models.get('contact'), {
      company: company.id,
      email: 'eyes@example.test',
    })
    const filter = { all: [{ 'company.industry': 'Print' }, { email: { contains: 'eyes' } }] }
    const role = roleOf(
      { contact: { read: { filter } } },
      { contact: { email: 'hidden' }, company: { industry: 'hidden' } },
    )
    for (const caller of [world.as([role]), world.as([role], ['contact:read'])]) {
      const { body } = await caller.get('/api/contacts')
      expect(idsOf(body.rows)).toEqual([id])
      expect(Object.keys(body.rows[0])).not.toContain('email')
    }
  })

  it('knows me, and gives nothing when it no longer fits', async () => {
    const mine = world.as([roleOf({ contact: { read: { filter: { owner_id: '@me' } } } })])
    for (const row of (await mine.get('/api/contacts')).body.rows) expect(row.owner_id).toBe(world.me)
    for (const filter of [
      { nonsense: 1 },
      { 'company.nonsense': 1 },
      { any: 5 },
      { email: { gt: 'x' } },
      { not: { nonsense: 1 } },
    ]) {
      const broken = world.as([roleOf({ contact: { read: { filter: filter as never } } })])
      expect(await broken.get('/api/contacts'), JSON.stringify(filter)).toMatchObject({
        status: 200,
        body: { rows: [] },
      })
    }
  })
})

describe('what a key was narrowed to', () => {
  it.each<[readonly string[], string, number]>([
    [['contact:read'], 'read contact', 200],
    [['contact:read'], 'read deal', 403],
    [['contact:read'], 'edit contact', 403],
    [['contact:*'], 'edit contact', 200],
    [['*:read'], 'read deal', 200],
    [['*:read'], 'edit contact', 403],
    [['*:*'], 'edit contact', 200],
    [[], 'read contact', 403],
    [['contact:edit'], 'edit contact', 403],
    [['contact:read', 'contact:edit'], 'edit contact', 200],
    [['constructor:read', '__proto__'], 'read contact', 403],
  ])('%j: %s is answered with %i', async (limits, what, status) => {
    const [verb, name = ''] = what.split(' ')
    const [row] = await recordsOf(world.kernel.models.get(name))
    const caller = world.as([roleOf({ '*': { '*': 'everybody' } })], limits)
    const url = urlOf(world.kernel.models.get(name), row as AnyRow)
    expect((verb === 'read' ? await caller.get(url) : await caller.patch(url, {})).status).toBe(status)
  })

  it('narrows what is seen through a parent too', async () => {
    const rows = await recordsOf(world.kernel.models.get('note'))
    const role = roleOf({ note: { read: 'own' }, contact: { read: 'everybody' } })
    const url = `/api/notes${withWhere({ id: { in: idsOf(rows) } })}`
    const [all, narrowed] = [await world.as([role]).get(url), await world.as([role], ['note:read']).get(url)]
    expect(all.body.rows.length).toBeGreaterThan(narrowed.body.rows.length)
    for (const row of narrowed.body.rows) expect(row.owner_id).toBe(world.me)
  })
})

describe('undoing', () => {
  it('is for one’s own doing, and asks for the rights of now', async () => {
    const [row] = await recordsOf(world.kernel.models.get('company'))
    const url = `/api/companies/${row?.id}`
    const byOwner = await world.owner.patch(url, { industry: 'Steel' })
    // The same person, so that only the rights differ.
    const [able, unable] = [
      world.as([roleOf({ company: { '*': 'everybody' } })]),
      world.as([roleOf({ company: { read: 'everybody' } })]),
    ]
    expect((await unable.post(`/api/batches/${byOwner.headers.batch}/undo`)).body).toMatchObject({
      undone: 0,
      kept: [{ code: 'forbidden' }],
    })
    expect((await able.post(`/api/batches/${byOwner.headers.batch}/undo`)).body).toMatchObject({ undone: 1, kept: [] })
    const [change] = await world.kernel.database.db
      .selectFrom('changes')
      .select('batch')
      .where('source', '=', 'command')
      .limit(1)
      .execute()
    expect(await able.post(`/api/batches/${change?.batch}/undo`)).toMatchObject({
      status: 409,
      body: { code: 'undo.not-yours' },
    })
  })
})
