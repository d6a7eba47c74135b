import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compareFolded } from '../../fields/text/text.ts'
import { fold } from '../../schema/fold.ts'
import { createFold, folded } from './fold.ts'

let db: PGlite
/** Letters that this PostgreSQL knows: a newer or older Unicode takes others apart in its own way. */
let known: string[]

beforeAll(async () => {
  db = new PGlite()
  await db.exec(createFold)
  const { rows } = await db.query<{ letter: string }>(
    `select chr(code) as letter from generate_series(1, x'1ffff'::int) as code
     where code not between x'd800'::int and x'dfff'::int and unicode_assigned(chr(code))`,
  )
  known = rows.map(row => row.letter)
})
afterAll(() => db.close())

const sqlFold = async (texts: readonly string[]) => {
  const { rows } = await db.query<{ folded: string }>(
    'select fold(x) as folded from unnest($1::text[]) with ordinality as t(x, at) order by at',
    [texts],
  )
  return rows.map(row => row.folded)
}

test('every letter is folded as JavaScript folds it', async () => {
  expect(known.length).toBeGreaterThan(90_000)
  const inSql = await sqlFold(known)
  expect(known.filter((letter, at) => fold(letter) !== inSql[at])).toEqual([])
})

const letters = () =>
  fc.oneof(fc.string({ unit: fc.constantFrom(..."éÉßẞİıÆœŁΆςЇЙÅK①ﬁ한가\u0301\u0327aZ _%\\'") }), text())
const text = () => fc.string({ unit: fc.integer({ min: 0, max: known.length - 1 }).map(at => known[at] as string) })

test('any text is folded as JavaScript folds it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(letters(), { maxLength: 50 }), async texts => {
      expect(await sqlFold(texts)).toEqual(texts.map(fold))
    }),
  )
})

test('text is sorted as JavaScript sorts it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(letters(), { maxLength: 50, selector: fold }), async texts => {
      const { rows } = await db.query<{ x: string }>(`select x from unnest($1::text[]) as x order by ${folded('x')}`, [
        texts,
      ])
      expect(rows.map(row => row.x)).toEqual(texts.toSorted(compareFolded))
    }),
  )
})

test('the collation of the database changes nothing', async () => {
  const { rows } = await db.query<{ same: boolean; order: string }>(
    `select bool_and(fold(x collate "pg_c_utf8") = fold(x)) as same, pg_collation_for(min(${folded('x')})) as order
     from unnest($1::text[]) as x`,
    [known],
  )
  expect(rows).toEqual([{ same: true, order: '"C"' }])
})

test('folding twice changes nothing', async () => {
  const once = await sqlFold(known)
  const changed = (await sqlFold(once)).filter((twice, at) => twice !== once[at])
  expect(changed).toEqual([])
})

test('it may stand in an index, and nothing stays nothing', async () => {
  await db.exec(`create table people (name text); create index on people (${folded('name')});`)
  const { rows } = await db.query('select fold(null) as folded')
  expect(rows).toEqual([{ folded: null }])
})
