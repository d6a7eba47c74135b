// Records made from the declarations alone: valid values for every type of field, what a field must point to made
// on the way, unique values unique. The same calls in the same order make the same records in every run.

import type { Field, FieldOf, FieldTypeName } from '#kernel/schema/field.ts'
import type { Draft, ObjectShape, Row } from '#kernel/schema/object.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { AnyRow } from '#kernel/server/records/context.ts'
import { complete } from '#kernel/server/records/edge.ts'
import { insertRecords } from '#kernel/server/records/write.ts'
import type { Model } from '#kernel/server/tables/model.ts'
import { asSystem } from './kernel.ts'
import { type Random, seeded } from './random.ts'

export type Values = Record<string, unknown>

/** One record, with what it needs and nothing more. */
export async function make<O extends ObjectShape>(
  kernel: Kernel,
  object: O,
  overrides: Partial<Draft<O>> = {},
): Promise<Row<O>> {
  return (await makeRecord(kernel, kernel.models.get(object.name), overrides)) as unknown as Row<O>
}

/** The same, of an object that is known by its model only. */
export async function makeRecord(kernel: Kernel, model: Model, overrides: Values = {}): Promise<AnyRow> {
  return insert(kernel, model, { ...(await needs(kernel, model, overrides)), ...overrides })
}

/** One record with a value in every field. */
export async function makeFull(kernel: Kernel, model: Model, overrides: Values = {}): Promise<AnyRow> {
  return insert(kernel, model, { ...(await fullValues(kernel, model, overrides)), ...overrides })
}

const insert = (kernel: Kernel, model: Model, values: Values) =>
  asSystem(kernel, async ctx => {
    const [row] = await insertRecords(ctx, model, [complete(ctx, model, values)])
    if (!row) throw new Error(`No ${model.name} was made.`)
    return row
  })

/** What creates the least: its required fields. */
export const needs = (kernel: Kernel, model: Model, given: Values = {}): Promise<Values> =>
  valuesOf(kernel, model, given, field => field.required === true && !('default' in field))

export const fullValues = (kernel: Kernel, model: Model, given: Values = {}): Promise<Values> =>
  valuesOf(kernel, model, given, () => true)

async function valuesOf(kernel: Kernel, model: Model, given: Values, wanted: (field: Field) => boolean) {
  const number = nextNumber(kernel)
  const fixed = fixedValues[model.name]?.(number) ?? {}
  const names = Object.keys(model.fields).filter(
    name => !isBase(name) && !(name in given) && (name in fixed || wanted(model.fields[name] as Field)),
  )
  const values: Values = {}
  for (const name of names)
    values[name] =
      Object.hasOwn(fixed, name) && isPossible(model.fields[name] as Field, fixed[name])
        ? fixed[name]
        : await someValue(kernel, model, name, number)
  return values
}

/** Objects as they were once may not have had it. */
const isPossible = (field: Field, value: unknown) =>
  field.type !== 'choice' || value === null || Object.hasOwn(field.options, String(value))

export const isBase = (name: string) => ['owner_id', 'created_by', 'created_at', 'updated_at'].includes(name)

/** What a declaration cannot say: the values of these fields must make sense together. */
const fixedValues: Readonly<Record<string, (number: number) => Values>> = {
  custom_field: number => ({
    object: 'company',
    name: `c_made_${number}`,
    type: 'text',
    options: null,
    target: null,
    required: false,
    mask: null,
    hidden: false,
  }),
  currency_rate: number => {
    const day = new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10)
    return { currency: 'CHF', day, rate: 1.5, against: 'USD', name: `CHF ${day} USD` }
  },
  user: () => ({ time_zone: 'Europe/Paris', active: true }),
  role: () => ({ everything: false }),
  // The first of a person's is the main one.
  contact_email: () => ({ main: true }),
  contact_phone: () => ({ main: true }),
  // Deals that are made on the way have nothing yet that a stage could ask for, and rot like all others.
  stage: () => ({ requires: [], rots_after: 30 }),
  // Due at nine, which is when one is reminded.
  task: () => ({ due_date: '2031-03-04', due_at: '2031-03-04T09:00:00.000Z', reminder: 'm0' }),
  meeting: () => ({
    ...{ starts_at: '2031-03-04T09:00:00.000Z', ends_at: '2031-03-04T10:00:00.000Z', time_zone: 'Europe/Paris' },
    ...{ repeats: 'weekly', repeats_until: '2031-12-31', stood_at: '2031-03-11T09:00:00.000Z', reminder: 'm10' },
  }),
  employment: () => ({ since: '2019-05-01', until: '2024-10-31' }),
  role_grant: () => ({ scope: 'own', filter: null }),
}

async function someValue(kernel: Kernel, model: Model, name: string, number: number): Promise<unknown> {
  const field = model.fields[name] as Field
  const { random } = stateOf(kernel)
  if (field.type === 'ref') return (await makeRecord(kernel, kernel.models.get(field.to))).id
  if (field.type === 'refs')
    return [
      {
        id: (await makeRecord(kernel, kernel.models.get(field.to))).id,
        role: Object.keys(field.roles ?? {})[0] ?? null,
      },
    ]
  if (field.type === 'tags') return [(await makeRecord(kernel, kernel.models.get('tag'))).id]
  if (field.type === 'about') {
    const object = field.to[0] as string
    return [{ object, id: (await makeRecord(kernel, kernel.models.get(object))).id }]
  }
  if (field.type === 'file') return makeFile(kernel)
  return plainValue(field, random, number)
}

/** A valid value of a field that points nowhere; `number` makes it unlike every other. */
export const plainValue = (field: Field, random: Random, number: number): unknown =>
  (plain[field.type as Plain] as ((field: Field, random: Random, number: number) => unknown) | undefined)?.(
    field,
    random,
    number,
  ) ?? null

type Plain = Exclude<FieldTypeName, 'ref' | 'refs' | 'tags' | 'about' | 'file'>

const plain: { readonly [T in Plain]: (field: FieldOf<T>, random: Random, number: number) => unknown } = {
  text: ({ min = 0, max = 255 }, random, number) => `${words(random)} ${number}`.slice(-max).trim().padEnd(min, 'x'),
  long_text: ({ max = 20_000 }, random, number) => `${words(random)}\n${words(random)} ${number}`.slice(-max).trim(),
  rich_text: (_, random, number) => `<p>${words(random)} <strong>${number}</strong></p>`,
  json: (_, random, number) => ({ name: words(random), numbers: [number] }),
  email: (_, random, number) => `${random.pick(names).toLowerCase()}.${number}@example.test`,
  phone: (_, __, number) => `+336${String(12_000_000 + number).padStart(8, '0')}`,
  url: (_, random, number) => `https://example.test/${random.pick(names).toLowerCase()}/${number}`,
  number: ({ min = 0, max = 1000, decimals = 0 }, random) =>
    Number((min + (max - min) * random.next()).toFixed(decimals)),
  percent: ({ min = 0, max = 100 }, random) => random.whole(min, max),
  money: ({ min = 1, max = 100_000 }, random) => ({
    amount: `${random.whole(min, max)}.${random.whole(10, 99)}`,
    currency: 'USD',
  }),
  date: (_, random) => new Date(Date.UTC(2026, random.whole(0, 11), random.whole(1, 28))).toISOString().slice(0, 10),
  moment: (_, random) =>
    new Date(
      Date.UTC(2026, random.whole(0, 11), random.whole(1, 28), random.whole(0, 23), random.whole(0, 59)),
    ).toISOString(),
  flag: (_, random) => random.yes(),
  choice: ({ options, default: usual }, random) => usual ?? random.pick(Object.keys(options)),
  code: ({ of }, random) => random.pick(someCodes[of]),
  choices: ({ options }) => Object.keys(options).slice(0, 2),
}

const someCodes = {
  country: ['FR', 'DE', 'JP'],
  currency: ['USD', 'EUR', 'JPY'],
  language: ['fr', 'de', 'ja'],
  time_zone: ['Europe/Paris', 'Asia/Tokyo'],
}
const names = ['Ada', 'Bruno', 'Chiara', 'Dorota', 'Emil', 'Farah', 'Goran', 'Hedda', 'Ilse', 'Jonas']
const nouns = ['amber', 'birch', 'copper', 'dune', 'ember', 'fjord', 'granite', 'harbour', 'island', 'juniper']
const words = (random: Random) => `${random.pick(names)} ${random.pick(nouns)}`

/** A row that says that there is a file; its content is nobody's business here. */
async function makeFile(kernel: Kernel): Promise<string> {
  const id = kernel.newId()
  const row = {
    id,
    sha256: '0'.repeat(64),
    name: 'made.png',
    type: 'image/png',
    size: 1,
    width: 1,
    height: 1,
    created_by: stateOf(kernel).uploader,
    created_at: kernel.clock().toISOString(),
  }
  await kernel.database.db.insertInto('files').values(row).execute()
  return id
}

interface State {
  readonly random: Random
  count: number
  uploader: string | null
}

/** A file is attached by whoever uploaded it: who that is, of the files made from now on. */
export function uploadAs(kernel: Kernel, userId: string | null) {
  stateOf(kernel).uploader = userId
}

const states = new WeakMap<Kernel, State>()

function stateOf(kernel: Kernel): State {
  const known = states.get(kernel) ?? { random: seeded(1), count: 0, uploader: null }
  states.set(kernel, known)
  return known
}

const nextNumber = (kernel: Kernel) => ++stateOf(kernel).count
