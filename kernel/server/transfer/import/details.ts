import { isLinks } from '../../../schema/field-type.ts'
import { visibleFields } from '../../access/rights.ts'
import type { AnyRow, Context } from '../../records/context.ts'
import { isSame } from '../../records/same.ts'
import type { Model } from '../../tables/model.ts'
import { textsOf } from '../export/texts.ts'
import type { RowDetail } from './outcome.ts'
import type { Written } from './write-rows.ts'

/** So many rows of each fate are shown one by one; the others are counted. */
const shown = 25
const longest = 300
const kept = new Set(['created_at', 'updated_at', 'created_by'])

/** What would become of some of the first rows, field by field, as an export would write it. */
export async function detailsOf(ctx: Context, model: Model, outcomes: readonly Written[]): Promise<RowDetail[]> {
  const first = firstOfEach(outcomes)
  const names = visibleFields(ctx.actor, model).filter(name => !kept.has(name))
  const columns = names.map(field => ({ header: field, field, as: titled(model, field) }))
  const texts = async (rows: readonly AnyRow[]) => {
    const lines = await textsOf(ctx, model, rows, columns)
    return new Map<AnyRow | undefined, readonly (string | undefined)[]>(
      rows.map((row, at) => [row, names.map((name, column) => keysOf(model, row, name) ?? lines[at]?.[column])]),
    )
  }
  const before = await texts(first.flatMap(outcome => outcome.before ?? []))
  const after = await texts(first.flatMap(outcome => outcome.after ?? []))
  return first.map(({ before: was, after: is, ...outcome }) => ({
    ...outcome,
    changes: Object.fromEntries(
      names
        .map(
          (name, at) =>
            [
              name,
              { before: cut(before.get(was)?.[at]), after: cut(after.get(is)?.[at]) },
              !isSame(was?.[name] ?? null, is?.[name] ?? null),
            ] as const,
        )
        .filter(([, { before: a, after: b }, differs]) => differs && !(a === '' && b === ''))
        .map(([name, texts]) => [name, texts]),
    ),
  }))
}

/** Of a choice the keys: the page says them in the language of whoever reads. */
function keysOf({ fields }: Model, row: AnyRow, name: string) {
  const type = fields[name]?.type
  return type === 'choice' || type === 'choices' ? [row[name] ?? []].flat().join(', ') : undefined
}

function firstOfEach(outcomes: readonly Written[]) {
  const seen = new Map<string, number>()
  return outcomes.filter(({ fate }) => {
    const before = seen.get(fate) ?? 0
    seen.set(fate, before + 1)
    return before < shown
  })
}

const titled = (model: Model, name: string) => {
  const field = model.fields[name]
  return field && (field.type === 'ref' || isLinks(field)) ? ('titles' as const) : ('value' as const)
}

const cut = (text = '') => (text.length > longest ? `${text.slice(0, longest)}…` : text)
