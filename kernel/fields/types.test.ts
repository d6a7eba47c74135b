import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Field } from '../schema/field.ts'
import { FieldProblem } from '../schema/field-type.ts'
import { equipFields } from './equip.ts'
import * as f from './index.ts'

const locale = { language: 'en', zone: 'Europe/Paris', country: 'FR', currency: 'EUR' }
const id = '0196f1a0-0000-7000-8000-00000000000a'
const samples: Readonly<Record<string, readonly [Field, unknown]>> = {
  about: [f.about(['deal']), [{ object: 'deal', id }]],
  choice: [f.choice({ "it's": 'It' }, { default: "it's" }), "it's"],
  choices: [f.choices({ a: 'A', 'b"\\,{}': 'B' }), ['a', 'b"\\,{}']],
  code: [f.code('country'), 'FR'],
  date: [f.date(), '0004-02-29'],
  email: [f.email(), 'ada@example.com'],
  file: [f.file(), id],
  flag: [f.flag({ default: true }), false],
  json: [f.json(), { where: { any: [1, null] } }],
  long_text: [f.longText({ default: "it's" }), 'one\ntwo'],
  moment: [f.moment(), '2026-11-20T13:30:05.123Z'],
  money: [f.money(), { amount: '99999999999999.9999', currency: 'EUR' }],
  number: [f.number({ decimals: 7, default: 1e-7 }), 1e-7],
  percent: [f.percent({ default: 50 }), 99.99],
  phone: [f.phone(), '+33612345678'],
  ref: [f.ref('contact'), id],
  refs: [f.refs('contact', { roles: { boss: 'Boss' } }), [{ id, role: 'boss' }]],
  rich_text: [f.richText(), '<p>one</p>'],
  tags: [f.tags(), [id]],
  text: [f.text({ default: "\\'" }), "it's \\ 😀"],
  url: [f.url(), 'https://example.com/'],
}
const cases = Object.entries(samples).map(([name, [field, value]]) => ({ name, field, value, type: f.typeOf(field) }))

const asText = (text: string) => text
let db: PGlite
beforeAll(() => {
  equipFields()
  const iso = (text: string) => new Date(`${text.replace(' ', 'T')}:00`).toISOString()
  db = new PGlite({ parsers: { 1082: asText, 1184: iso } })
})
afterAll(() => db.close())

test('every type has a sample', () => {
  expect(Object.keys(samples).sort()).toEqual(Object.keys(f.fieldTypes).sort())
  for (const [name, type] of Object.entries(f.fieldTypes)) expect(type.name).toBe(name)
})

test('a type that is none is an error', () => {
  expect(() => f.typeOf({ type: 'constructor' } as unknown as Field)).toThrow('no type of field')
})

test.each(cases)('$name: a value is parsed to itself', ({ type, field, value }) => {
  expect(type.parse(value, field, locale)).toEqual(value)
})

test.each(cases)('$name: any JSON is a value or a problem', ({ type, field }) => {
  const words = ['__proto__', 'constructor', 'id', 'role', 'object', 'amount', 'currency', 'deal', id]
  const key = fc.oneof(fc.string(), fc.constantFrom(...words))
  const { json } = fc.letrec(tie => ({
    json: fc.oneof(fc.jsonValue(), fc.constantFrom(...words), fc.array(tie('json')), fc.dictionary(key, tie('json'))),
  }))
  fc.assert(
    fc.property(json, input => {
      fc.pre(input !== null)
      try {
        const value = type.parse(input, field, locale)
        expect(type.parse(JSON.parse(JSON.stringify(value)), field, locale)).toEqual(value)
      } catch (problem) {
        expect(problem).toBeInstanceOf(FieldProblem)
      }
    }),
  )
})

test.each(cases)('$name: its text is read again', ({ type, field, value }) => {
  const text = type.toText(type.parse(value, field, locale), field, locale)
  expect(type.parse(type.fromText(text, field, locale), field, locale)).toEqual(value)
})

test.each(cases.filter(({ type }) => type.shape !== 'links'))(
  '$name: the database gives it back',
  async ({ name, type, field, value }) => {
    const columns = Object.entries(type.columns(field, 'v'))
    const lines = columns.map(
      ([column, { type: sql, null: nullable, default: initial, check }]) =>
        `${column} ${sql} ${nullable ? '' : 'not null'} ${initial === undefined ? '' : `default ${initial}`} ${check === undefined ? '' : `check (${check})`}`,
    )
    await db.exec(`create table t_${name} (${lines.join(', ')}); insert into t_${name} default values;`)
    const written = type.toColumns?.(type.parse(value, field, locale), 'v') ?? { v: value }
    const names = Object.keys(written)
    const { rows } = await db.query<Record<string, unknown>>(
      `update t_${name} set ${names.map((column, at) => `${column} = $${at + 1}`)} returning *`,
      Object.values(written),
    )
    const row = rows[0] ?? {}
    expect(type.fromColumns ? type.fromColumns(row, 'v') : row.v).toEqual(value)
  },
)

test('the database knows the choices too', async () => {
  await expect(db.exec(`update t_choice set v = 'other'`)).rejects.toThrow('check')
  await expect(db.exec(`update t_choices set v = array['a', 'c']`)).rejects.toThrow('check')
  await expect(db.exec(`update t_choices set v = array['a', null]`)).rejects.toThrow('check')
})

test('defaults are what was declared', async () => {
  const { rows } = await db.query<{ v: unknown }>(`insert into t_text default values returning v as v`)
  expect(rows).toEqual([{ v: "\\'" }])
})
