// Every field of every object, hidden and read-only: a masked field is nowhere, whichever way somebody asks.

import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typeOf } from '#kernel/fields/index.ts'
import type { Field } from '#kernel/schema/field.ts'
import type { MaskLevel, Role } from '#kernel/server/access/actor.ts'
import type { Change } from '#kernel/server/changes/read.ts'
import { type LiveMessage, openLive } from '#kernel/server/live/live.ts'
import { canBeGrouped, canBeSummed } from '#kernel/server/records/totals.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { fullValues, isBase, makeFull, makeRecord, needs, type Values } from '../factories.ts'
import { withEveryType } from './every-type.ts'
import { triedFields } from './tried.ts'
import { type Caller, inputOf, openWorld, owning, seesAll, type World, withWhere } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld(withEveryType)
})
afterAll(() => world.close())

const fixed: Readonly<Record<string, readonly string[]>> = {
  custom_field: ['object', 'name', 'type', 'target', 'decimals'],
  currency_rate: ['currency'],
  // Only who may do everything says what others find first, and who is in a team what it does.
  view: ['default_for', 'default_for_teams'],
}
/** Only who may do everything writes these. */
const rightsObjects = ['role', 'role_grant', 'role_mask']
/** Another record says the same, and is masked by itself. */
const mirrored: Readonly<Record<string, Role['masks']>> = {
  'contact.email': { contact_email: { address: 'hidden' } },
  'contact_email.address': { contact: { email: 'hidden' } },
  'product.name': { deal_line: { name: 'hidden' }, quote_line: { name: 'hidden' } },
}

/** Words that stand nowhere else and resemble no other: one for each field that holds text. */
function tokens(model: Model): Values {
  const token = (at: number) =>
    hash('sha256', `${model.name} ${at}`)
      .replace(/\d/g, digit => 'qrstuvwxyz'[Number(digit)] ?? '')
      .slice(0, 14)
  const values: Record<string, (at: number) => unknown> = {
    text: token,
    long_text: token,
    rich_text: at => `<p>${token(at)}</p>`,
    email: at => `${token(at).toLowerCase()}@example.test`,
    url: at => `https://${token(at).toLowerCase()}.test/`,
  }
  const fields = Object.entries(model.object.fields) as [string, Field][]
  const given = fields.flatMap(([name, { type }], at) => {
    const value = values[type]?.(at)
    return value === undefined || fixed[model.name]?.includes(name) || name === 'time_zone' || name === 'options'
      ? []
      : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

const cases = triedFields(({ fields }) => Object.keys(fields))
const subjects = new Map<string, Promise<{ readonly id: string } & Values>>()
/** One full record of each object, made when it is first asked for. */
function subjectOf(model: Model) {
  const known =
    subjects.get(model.name) ??
    makeFull(world.kernel, model, { ...tokens(model), ...(model.object.owned ? { owner_id: world.me } : {}) })
  subjects.set(model.name, known)
  return known
}

const masked = (model: Model, field: string, level: MaskLevel) =>
  world.as([seesAll({ [model.name]: { [field]: level }, ...mirrored[`${model.name}.${field}`] })])
const urlOf = (model: Model, id: string) => `/api/${model.object.plural}/${id}`
const anyCondition = (field: Field) =>
  typeOf(field).operators.includes('empty') ? { empty: false } : { [typeOf(field).operators[0] ?? 'is']: true }

describe.each(cases)('%s.%s', (object, name) => {
  const model = () => world.kernel.models.get(object)
  const field = () => model().fields[name] as Field
  const isWritable = () => !isBase(name) && field().readonly !== true && !fixed[object]?.includes(name)

  it('hidden: is not in what is read, and cannot be asked for', async () => {
    const { id, ...row } = await subjectOf(model())
    const caller = masked(model(), name, 'hidden')
    const url = urlOf(model(), id)
    const list = `/api/${model().object.plural}`
    if (object !== 'custom_field') expect(row[name] === null && !isBase(name), 'the test needs a value').toBe(false)
    expect(Object.keys((await caller.get(url)).body)).not.toContain(name)
    const listed = await caller.get(list + withWhere({ id }))
    expect(listed.body.rows).toHaveLength(1)
    expect(Object.keys(listed.body.rows[0])).not.toContain(name)
    const queries = [
      `columns=${name}`,
      `sort=${name}`,
      `sort=-${name}`,
      `sort=id,${name}`,
      `include=${name}`,
      `where=${encodeURIComponent(JSON.stringify({ [name]: anyCondition(field()) }))}`,
      `where=${encodeURIComponent(JSON.stringify({ not: { any: [{ [name]: anyCondition(field()) }] } }))}`,
    ]
    for (const query of queries) expect(await caller.get(`${list}?${query}`), query).toMatchObject({ status: 422 })
    for (const query of [`group=${name}`, `sum=${name}`])
      expect(await caller.get(`${list}/totals?${query}`), query).toMatchObject({ status: 422 })
    expect(await caller.get(`${list}/export.csv?columns=${name}`)).toMatchObject({ status: 422 })
    const exported = await caller.get(`${list}/export.csv${withWhere({ id })}`)
    expect([exported.status, exported.body.split('\r\n')[0].split(',')]).toEqual([
      200,
      expect.not.arrayContaining([name, `${name}.id`]),
    ])
    const described = (await caller.get('/api/schema')).body.objects.find(
      (one: { name: string }) => one.name === object,
    )
    const {
      fields,
      list: shown,
      title,
      form,
    } = described as { fields: { name: string }[]; list: string[]; title: string[]; form: { fields: string[] }[] }
    expect([
      ...fields.map(one => one.name),
      ...shown,
      ...title,
      ...form.flatMap(section => section.fields),
    ]).not.toContain(name)
    // What is refused because it is masked would otherwise be answered.
    if (typeOf(field()).sortable) expect(await world.owner.get(`${list}?sort=${name}`)).toMatchObject({ status: 200 })
    if (canBeGrouped(field()))
      expect(await world.owner.get(`${list}/totals?group=${name}`)).toMatchObject({ status: 200 })
    if (canBeSummed(field())) expect(await world.owner.get(`${list}/totals?sum=${name}`)).toMatchObject({ status: 200 })
  })

  it('hidden: cannot be asked for through other records', async () => {
    const caller = masked(model(), name, 'hidden')
    for (const other of world.kernel.models.all) {
      const list = (where: object) => `/api/${other.object.plural}${withWhere(where)}`
      for (const [link, to] of Object.entries(other.fields)) {
        if (pointsTo(to, object)) {
          expect(
            await caller.get(list({ [`${link}.${name}`]: anyCondition(field()) })),
            `${other.name}.${link}`,
          ).toMatchObject({ status: 422 })
          expect(
            await world.owner.get(list({ [`${link}.${name}`]: anyCondition(field()) })),
            `${other.name}.${link}`,
          ).toMatchObject({ status: 200 })
        }
      }
      const by = Object.entries(model().fields).find(([link, to]) => pointsTo(to, other.name) && link !== name)?.[0]
      if (by)
        expect(
          await caller.get(list({ count: { of: object, by, where: { [name]: anyCondition(field()) }, gte: 1 } })),
          other.name,
        ).toMatchObject({ status: 422 })
      if (pointsTo(field(), other.name))
        expect(await caller.get(list({ count: { of: object, by: name, gte: 1 } })), other.name).toMatchObject({
          status: 422,
        })
    }
  })

  it('hidden: is as unknown to a write as a field that does not exist, and stays as it is', async () => {
    const { id } = await subjectOf(model())
    const caller = masked(model(), name, 'hidden')
    const url = urlOf(model(), id)
    const before = (await world.owner.get(url)).body
    const unknown = {
      status: 422,
      body: { fields: expect.arrayContaining([expect.objectContaining({ field: name, code: 'unknown-field' })]) },
    }
    expect(await caller.patch(url, { [name]: before[name] })).toMatchObject(unknown)
    expect(await caller.put(url, { [name]: before[name] })).toMatchObject(unknown)
    expect(await caller.post(`/api/${model().object.plural}`, { [name]: before[name] })).toMatchObject(unknown)
    expect(
      await caller.patch(`/api/${model().object.plural}`, { ids: [id], patch: { [name]: before[name] } }),
    ).toMatchObject({ status: 422 })
    const { [name]: _, ...rest } = inputOf(model(), before)
    const put = await caller.put(url, rest)
    expect(put.body.code ?? put.status, JSON.stringify(put.body)).toBe(
      rightsObjects.includes(object) ? 'role.not-yours' : 200,
    )
    expect((await world.owner.get(url)).body[name]).toEqual(before[name])
  })

  it('hidden: a new record has its default, or cannot be made', async () => {
    const { [name]: _, ...input } = inputOf(model(), await needs(world.kernel, model()))
    const reply = await masked(model(), name, 'hidden').post(`/api/${model().object.plural}`, input)
    if (rightsObjects.includes(object)) return expect(reply.status).toBe(403)
    const impossible = field().required && !('default' in field()) && !field().readonly
    expect(impossible ? [403, 422] : [201], JSON.stringify(reply.body)).toContain(reply.status)
    if (reply.status === 201) expect((await world.owner.get(urlOf(model(), reply.body.id))).body).toHaveProperty(name)
  })

  it('hidden: a change of it is not told, to nobody, by no way', async () => {
    if (!isWritable()) return
    const row = await makeFull(world.kernel, model(), model().object.owned ? { owner_id: world.me } : {})
    const caller = masked(model(), name, 'hidden')
    const url = urlOf(model(), row.id)
    const value = inputOf(model(), await fullValues(world.kernel, model()))[name]
    const changed = await world.owner.patch(url, { [name]: value })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    if (changed.body.version === row.version) return
    const timeline = await caller.get(`${url}/timeline`)
    const entries = timeline.body.entries.filter(
      (entry: { kind: string; id: string }) => entry.kind === 'change' && entry.id === row.id,
    )
    for (const entry of entries) expect(Object.keys(entry.fields ?? {})).not.toContain(name)
    const ownersEntries = (await world.owner.get(`${url}/timeline`)).body.entries.filter(
      (entry: { kind: string; id: string }) => entry.kind === 'change' && entry.id === row.id,
    )
    expect(ownersEntries.some((entry: { fields?: object }) => name in (entry.fields ?? {}))).toBe(true)
    const conflict = await caller.patch(url, {}, { 'if-match': `"${row.version}"` })
    expect(conflict).toMatchObject({ status: 409 })
    expect((conflict.body.fields ?? []).map((problem: { field: string }) => problem.field)).not.toContain(name)
    const told = await toldOf(caller, String(changed.headers.batch))
    expect(told.filter(({ object: of, fields }) => of === object && fields.includes(name))).toEqual([])
    const toOwner = await toldOf(world.owner, String(changed.headers.batch))
    expect(toOwner.some(({ object: of, fields }) => of === object && fields.includes(name))).toBe(true)
    if (entries.length < ownersEntries.length) expect(told.filter(({ id }) => id === row.id)).toEqual([])
  })

  it('hidden: finds nothing, and is in no title', async () => {
    const subject = await subjectOf(model())
    const word = tokens(model())[name]
    if (typeof word !== 'string') return
    const look = word
      .replace(/<[^>]*>/g, '')
      .replace(/^https:\/\//, '')
      .replace(/[@/].*$/, '')
    const caller = masked(model(), name, 'hidden')
    const { owned, through } = model().object
    const shownAs =
      !owned && through && (model().fields[through] as Field).type === 'ref' ? subject[through] : subject.id
    const searched = (await caller.get(`/api/search?q=${encodeURIComponent(look)}&limit=50`)).body.hits
    expect(JSON.stringify(searched).toLowerCase()).not.toContain(look.toLowerCase())
    expect(searched.filter(({ id }: { id: string }) => id === subject.id)).toEqual([])
    expect((await caller.get(`/api/${model().object.plural}?search=${look}`)).body.rows).toEqual([])
    if (field().search) {
      expect(
        (await world.owner.get(`/api/search?q=${encodeURIComponent(look)}&limit=50`)).body.hits.map(
          ({ id }: { id: string }) => id,
        ),
      ).toContain(shownAs)
      expect((await world.owner.get(`/api/${model().object.plural}?search=${look}`)).body.rows).toHaveLength(1)
    }
    for (const other of world.kernel.models.all)
      for (const [link, to] of Object.entries(other.object.fields as Record<string, Field>)) {
        if (!pointsTo(to, object) || fixed[other.name]?.includes(link)) continue
        const pointing = await makeRecord(world.kernel, other, {
          ...('main' in other.fields ? { main: false } : {}),
          [link]: linkTo(to, object, subject.id),
        })
        const included = await caller.get(`${urlOf(other, pointing.id)}?include=${link}`)
        expect(included.status).toBe(200)
        expect(JSON.stringify(included.body).toLowerCase()).not.toContain(look.toLowerCase())
      }
  })

  it('read-only: is seen, and not written', async () => {
    const { id } = await subjectOf(model())
    const caller = masked(model(), name, 'readonly')
    const url = urlOf(model(), id)
    const before = (await world.owner.get(url)).body
    expect((await caller.get(url)).body[name]).toEqual(before[name])
    const refused = { status: 422, body: { fields: [{ field: name, code: 'readonly' }] } }
    expect(await caller.patch(url, { [name]: before[name] })).toMatchObject(refused)
    expect(await caller.put(url, { ...inputOf(model(), before), [name]: before[name] })).toMatchObject(refused)
    expect(await caller.post(`/api/${model().object.plural}`, { [name]: before[name] })).toMatchObject({
      status: 422,
      body: { fields: expect.arrayContaining([expect.objectContaining({ field: name, code: 'readonly' })]) },
    })
    const { [name]: _, ...rest } = inputOf(model(), before)
    if (rightsObjects.includes(object)) return
    expect(await caller.put(url, rest)).toMatchObject({ status: 200, body: { [name]: before[name] } })
  })
})

function pointsTo(field: Field, object: string) {
  if (field.type === 'about') return false
  return field.type === 'tags'
    ? object === 'tag'
    : (field.type === 'ref' || field.type === 'refs') && field.to === object
}

const linkTo = (field: Field, object: string, id: string) =>
  field.type === 'ref'
    ? id
    : field.type === 'refs'
      ? [{ id, role: null }]
      : field.type === 'tags'
        ? [id]
        : [{ object, id }]

/** What somebody who listens is told of a batch. */
async function toldOf({ actor }: Caller, batch: string): Promise<LiveMessage[]> {
  const changes = (await world.kernel.database.db
    .selectFrom('changes')
    .select([
      'epoch',
      'pos',
      'at',
      'object',
      'record_id',
      'version',
      'events',
      'actor_id',
      'source',
      'batch',
      'before',
      'after',
    ])
    .where('batch', '=', batch)
    .orderBy('pos')
    .execute()) as Change[]
  const live = openLive(world.kernel, async principals => principals)
  const told: LiveMessage[] = []
  live.subscribe(
    { actor, via: 'key', id: '' },
    { send: message => told.push(message), notice() {}, progress() {}, end() {} },
  )
  await live.publish(changes)
  return told
}

describe('several roles', () => {
  const one = (masks: Role['masks']) => seesAll(masks)
  const hidden = { contact: { position: 'hidden' } } as const
  it.each<[string, readonly Role[], string]>([
    ['hidden by all is hidden', [one(hidden), one(hidden)], 'hidden'],
    ['hidden by one is seen', [one(hidden), one({})], 'written'],
    [
      'hidden by one and read-only by the other is read-only',
      [one(hidden), one({ contact: { position: 'readonly' } })],
      'readonly',
    ],
    ['a class hides its fields', [one({ contact: { personal: 'hidden' } })], 'written'],
    ['hidden for every object', [one({ '*': { position: 'hidden' } })], 'hidden'],
    ['who may do everything is masked by nobody', [one(hidden), owning], 'written'],
  ])('%s', async (_, roles, expected) => {
    const caller = world.as(roles)
    const { id } = await makeFull(world.kernel, world.kernel.models.get('contact'), { position: 'Clerk' })
    const { body } = await caller.get(`/api/contacts/${id}`)
    expect('position' in body).toBe(expected !== 'hidden')
    expect((await caller.patch(`/api/contacts/${id}`, { position: 'Chief' })).status).toBe(
      expected === 'written' ? 200 : 422,
    )
  })

  it('a class of masks hides exactly its fields', async () => {
    for (const mask of ['personal', 'financial'] as const)
      for (const { name } of world.kernel.models.all) {
        const { id } = await subjectOf(world.kernel.models.get(name))
        // A custom field may have come with it.
        const model = world.kernel.models.get(name)
        const { body } = await world.as([one({ '*': { [mask]: 'hidden' } })]).get(urlOf(model, id))
        const expected = Object.keys(model.fields).filter(name => (model.fields[name] as Field).mask !== mask)
        expect(Object.keys(body).sort(), model.name).toEqual(['deleted_at', 'id', 'version', ...expected].sort())
      }
  })
})
