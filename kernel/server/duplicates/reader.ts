import { sql } from 'kysely'
import { comparisonsOf } from '../../schema/alike.ts'
import type { Change } from '../changes/read.ts'
import type { Reader } from '../changes/readers.ts'
import type { Db, Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import type { Model, Models } from '../tables/model.ts'
import { type Source, sourceOf } from './traits.ts'

/** Sends what was written to be compared anew, together with whatever is compared by it. */
export const duplicateReader = (kernel: Kernel): Reader => ({
  name: 'duplicates',
  from: 'now',
  read: (tx, changes) => kernel.queue.send(tx, 'duplicates.refresh', touched(kernel.models, changes)),
})

export interface Touched extends Readonly<Record<string, unknown>> {
  readonly object: string
  readonly ids: readonly string[]
  /** By which of the paths' sources the ids lead to the records; none: they are the records. */
  readonly path?: string
}

function touched(models: Models, changes: readonly Change[]): Touched[] {
  const byObject = Map.groupBy(changes, ({ object }) => object)
  const ids = (name: string, fields?: readonly string[]) => [
    ...new Set(
      (byObject.get(name) ?? []).filter(change => !fields || concerns(change, fields)).map(change => change.record_id),
    ),
  ]
  return models.all
    .filter(({ object }) => object.alike)
    .flatMap(model => [
      { object: model.name, ids: ids(model.name, ownFields(models, model)) },
      ...othersOf(models, model).map(({ path, source }) => ({
        object: model.name,
        path,
        ids: ids(source.other.name, [source.field, ...(source.kind === 'parts' ? [source.back] : [])]),
      })),
    ])
    .filter(found => found.ids.length > 0)
}

/** What comes, goes or returns; or changes in one of these fields. */
const concerns = ({ events, after }: Change, fields: readonly string[]) =>
  !events.includes('updated') || fields.some(name => after !== null && name in after)

const pathsOf = ({ object: { alike } }: Model) => [
  ...new Set(Object.values(alike?.rules ?? {}).flatMap(({ like }) => comparisonsOf(like).flatMap(({ of }) => of))),
]

const ownFields = (models: Models, model: Model) =>
  pathsOf(model).flatMap(path => {
    const source = sourceOf(models, model, path)
    return source.kind === 'own' ? [source.field] : source.kind === 'ref' ? [source.ref] : []
  })

type Other = Exclude<Source, { kind: 'own' }>

const othersOf = (models: Models, model: Model) =>
  pathsOf(model).flatMap((path): { path: string; source: Other }[] => {
    const source = sourceOf(models, model, path)
    return source.kind === 'own' ? [] : [{ path, source }]
  })

/** A company that half of the base works for is compared by the next scan. */
const mostBehind = 5000

/** The records that are compared by what was written. */
export async function recordsBehind(
  db: Db | Tx,
  models: Models,
  model: Model,
  { ids, path }: Pick<Touched, 'ids' | 'path'>,
) {
  const source = path === undefined ? undefined : sourceOf(models, model, path)
  if (!source || source.kind === 'own') return ids
  const found =
    source.kind === 'ref'
      ? sql<{
          id: string
        }>`select id from ${sql.table(model.table)} where ${sql.ref(source.ref)} = any(${[...ids]}::uuid[]) limit ${mostBehind}`
      : sql<{
          id: string
        }>`select distinct ${sql.ref(source.back)} as id from ${sql.table(source.other.table)} where id = any(${[...ids]}::uuid[]) and ${sql.ref(source.back)} is not null`
  const { rows } = await found.execute(db)
  return rows.map(({ id }) => id)
}
