// Records of the objects of every-type.ts, with values that are hard to compare, and with gaps.

import { sql } from 'kysely'
import type { AnyRow } from '#kernel/server/records/context.ts'
import { complete } from '#kernel/server/records/edge.ts'
import { loadWhere } from '#kernel/server/records/load.ts'
import { insertRecords } from '#kernel/server/records/write.ts'
import type { Values } from '../factories.ts'
import { asSystem } from '../kernel.ts'
import { type Random, seeded } from '../random.ts'
import type { World } from './world.ts'

const texts = [
  'émile',
  'Emile',
  'EMILE',
  'Straße',
  'strasse',
  '100%',
  '100',
  'a_b',
  'a-b',
  "O'Brien",
  'back\\slash',
  '"quoted"',
  'Ωmega',
  'İstanbul',
  'istanbul',
  'ﬁn',
  'fin',
  'zero\u200bwidth',
  '👩‍👩‍👧 family',
  'مرحبا',
  '\u202Ertl',
  'null',
  '<b>x</b>',
  'Ærø',
  'ł',
  'naïve café',
  'ÇA',
  '東京',
  '\u{1F600}',
  '\uFFFD',
  'x',
  'X y',
  'ZZ',
]
const amounts = ['0.00', '1.00', '1.50', '-3.25', '99999999999999.99', '20.00', '100.00']

/** About thirty things, as many parts, a few tags; some of them in the trash, some of each person. */
export async function makeThings(world: World, seed = 1): Promise<void> {
  const random = seeded(seed)
  const { kernel, me, mate, stranger } = world
  const insert = (object: string, drafts: readonly Values[]) =>
    asSystem(kernel, ctx =>
      insertRecords(
        ctx,
        ctx.models.get(object),
        drafts.map(draft => complete(ctx, ctx.models.get(object), draft)),
      ),
    )
  const tags = await insert(
    'tag',
    ['red', 'blue', 'green'].map(name => ({ name })),
  )
  const owners = [me, me, mate, stranger, null]
  const things: AnyRow[] = []
  for (let at = 0; at < 34; at++)
    things.push(...(await insert('thing', [thingOf(random, at, { things, tags, owners })])))
  const parts = await insert(
    'part',
    Array.from({ length: 30 }, () => ({
      thing: random.pick(things).id,
      name: random.pick(texts),
      weight: maybe(random, random.whole(0, 3)),
    })),
  )
  const trashed = [...things.filter(() => random.yes(0.12)), ...parts.filter(() => random.yes(0.1))].map(({ id }) => id)
  for (const table of ['things', 'parts']) {
    const set = sql`update ${sql.table(table)}`
    await sql`${set} set deleted_at = now() where id = any(${trashed}::uuid[])`.execute(kernel.database.db)
    await sql`${set} set created_at = date_trunc('milliseconds', now() - (get_byte(uuid_send(id), 15) * 3 || ' days')::interval)`.execute(
      kernel.database.db,
    )
  }
}

const maybe = <T>(random: Random, value: T): T | null => (random.yes(0.35) ? null : value)

function thingOf(
  random: Random,
  at: number,
  { things, tags, owners }: { things: readonly AnyRow[]; tags: readonly AnyRow[]; owners: readonly (string | null)[] },
): Values {
  const text = () => maybe(random, random.pick(texts))
  const other = () => (things.length ? random.pick(things).id : null)
  return {
    name: random.pick(texts),
    note: text(),
    story: text(),
    page: maybe(random, `<p>${random.pick(['one', 'two'])}</p>`),
    email: maybe(random, `p${at}@${random.pick(['a', 'b'])}.test`),
    phone: maybe(random, `+3361234${String(1000 + random.whole(0, 20))}`),
    site: maybe(random, `https://example.test/${random.whole(0, 4)}`),
    amount: maybe(random, random.whole(-2, 4)),
    rate: maybe(random, random.pick([0.001, -1.5, 2, 2.125])),
    share: maybe(random, random.pick([0, 12.5, 100])),
    price: maybe(random, { amount: random.pick(amounts), currency: random.pick(['USD', 'USD', 'EUR']) }),
    fee: { amount: random.pick(amounts), currency: random.pick(['USD', 'USD', 'EUR']) },
    day: maybe(
      random,
      random.pick(['2026-01-01', '2026-11-20', '2026-11-21', '0001-01-01', '9999-12-31', '2024-02-29']),
    ),
    at: maybe(
      random,
      random.pick([
        '2026-11-20T23:30:00.000Z',
        '2026-11-21T00:00:00.000Z',
        '1970-01-01T00:00:00.001Z',
        new Date().toISOString(),
      ]),
    ),
    yes: random.yes(),
    kind: maybe(random, random.pick(['one', 'two', 'three'])),
    state: random.pick(['new', 'old']),
    colours: random.some(['red', 'green', 'blue']),
    labels: random.some(tags).map(({ id }) => id),
    parent: maybe(random, other()),
    keeper: maybe(random, random.pick(owners)),
    friends: friendsOf(random, things),
    about: random.some(things.slice(0, 3)).map(({ id }) => ({ object: 'thing', id })),
    owner_id: random.pick(owners),
  }
}

/** Two roles for one friend are possible. */
function friendsOf(random: Random, things: readonly AnyRow[]) {
  const links = random.some(things.slice(0, 4)).map(({ id }) => ({ id, role: random.pick([null, 'near', 'far']) }))
  const [first] = links
  return first?.role === 'near' ? [...links, { id: first.id, role: 'far' }] : links
}

/** Everything that is not in the trash, by object. */
export async function allRows({ kernel }: World): Promise<ReadonlyMap<string, readonly AnyRow[]>> {
  const found = new Map<string, readonly AnyRow[]>()
  for (const model of kernel.models.all)
    found.set(model.name, await asSystem(kernel, ctx => loadWhere(ctx, model, sql`t.deleted_at is null`)))
  return found
}
