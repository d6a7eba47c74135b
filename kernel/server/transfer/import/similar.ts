import { visible } from '../../access/visible.ts'
import { likelyEach } from '../../duplicates/find.ts'
import type { Context } from '../../records/context.ts'
import { getRecords } from '../../records/get.ts'
import type { Values } from '../../records/write.ts'
import type { Model } from '../../tables/model.ts'

/** A record that is there already and looks like what a row would create. */
export interface Similar {
  readonly id: string
  readonly title: string
  readonly score: number
}

/** For each draft the record that it is most like, among those that whoever imports may see. */
export async function similarTo(
  ctx: Context,
  model: Model,
  drafts: readonly Values[],
): Promise<readonly (Similar | undefined)[]> {
  if (!model.object.alike || drafts.length === 0) return []
  const found = await likelyEach(ctx, model, drafts, visible(ctx, model, 'read', 't'))
  const ids = [...new Set(found.flatMap(one => one?.id ?? []))]
  const titles = new Map((await getRecords(ctx, model, ids)).map(row => [row.id, titleIn(model, row)]))
  return found.map(one => one && { ...one, title: titles.get(one.id) ?? '' })
}

const titleIn = ({ object: { title } }: Model, row: Readonly<Record<string, unknown>>) =>
  title.flatMap(name => row[name] ?? []).join(' ')
