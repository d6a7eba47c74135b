import type { Fields } from '../../schema/field.ts'
import { invalid, type Problem } from '../../schema/refused.ts'
import type { FileRow } from '../files/files.ts'
import type { Context } from './context.ts'
import type { Values } from './write.ts'

interface Attached {
  readonly field: string
  readonly id: string
  readonly accept: readonly string[] | undefined
  readonly maxBytes: number | undefined
  readonly index: number
}

/** A file is attached by whoever uploaded it, where its kind and size are welcome. One that is there already stays. */
export async function requireFiles(ctx: Context, fields: Fields, drafts: readonly Values[], before: readonly Values[]) {
  const attached = drafts.flatMap((values, index) => newFiles(fields, values, before[index] ?? {}, index))
  if (attached.length === 0) return
  const rows = await ctx.db
    .selectFrom('files')
    .select(['id', 'type', 'size', 'width', 'height', 'created_by'])
    .where(
      'id',
      'in',
      attached.map(({ id }) => id),
    )
    .execute()
  const found = new Map(rows.map(row => [row.id, row]))
  const problems = attached.flatMap((one): Problem[] => {
    const row = found.get(one.id)
    const own = row && (ctx.actor.kind === 'system' || row.created_by === ctx.actor.id)
    if (!own) return [{ field: one.field, code: 'ref-missing', index: one.index }]
    if (one.accept && !one.accept.some(type => fits(row.type, type)))
      return [
        {
          field: one.field,
          code: 'file.type-not-accepted',
          params: { type: row.type, accept: one.accept.join(', ') },
          index: one.index,
        },
      ]
    if (one.maxBytes !== undefined && row.size > one.maxBytes)
      return [{ field: one.field, code: 'file.too-large', params: { max: one.maxBytes }, index: one.index }]
    if (one.accept?.every(type => type.startsWith('image/'))) return pictureProblems(one, row)
    return []
  })
  if (problems.length)
    throw invalid(drafts.length > 1 ? problems : problems.map(({ index: _index, ...problem }) => problem))
}

/** So wide and high a picture may be: a small file can be a large one, which whoever looks at it has to unpack. */
const mostSide = 4096

function pictureProblems({ field, index }: Attached, { width, height }: Pick<FileRow, 'width' | 'height'>): Problem[] {
  if (width === null || height === null) return [{ field, code: 'picture.unreadable', index }]
  if (Math.max(width, height) <= mostSide) return []
  return [{ field, code: 'picture.too-wide', params: { width, height, max: mostSide }, index }]
}

const newFiles = (fields: Fields, values: Values, before: Values, index: number): Attached[] =>
  Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name]
    if (field?.type !== 'file' || typeof value !== 'string' || value === before[name]) return []
    return [{ field: name, id: value, accept: field.accept, maxBytes: field.maxBytes, index }]
  })

const fits = (type: string, wanted: string) =>
  type === wanted || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1)))
