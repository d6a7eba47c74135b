import type { Context } from '../../records/context.ts'
import { createParsed, parseDraft } from '../../records/edge.ts'
import type { Model } from '../../tables/model.ts'
import { findBy } from './find.ts'
import { inParts } from './in-parts.ts'
import type { PlannedColumn } from './plan.ts'
import type { Pointer, PointerItem, ReadRow } from './read-row.ts'
import { pointsTo } from './targets.ts'

/** Texts that were found, from one slice to the next: object, match and text → id. */
export type Remembered = Map<string, string>
const most = 20_000

/** Fills in what the rows point to: looked up together, made where the plan says so. */
export async function resolvePointers(
  ctx: Context,
  model: Model,
  rows: readonly ReadRow[],
  remembered: Remembered,
): Promise<void> {
  const columns = Map.groupBy(
    rows.flatMap(row => row.pointers.map(pointer => ({ row, pointer }))),
    ({ pointer }) => pointer.planned,
  )
  for (const [planned, uses] of columns) {
    const field = model.fields[planned.field]
    const targets = field ? pointsTo(field).flatMap(name => ctx.models.find(name) ?? []) : []
    const answers = await answersFor(
      ctx,
      targets,
      planned,
      uses.flatMap(({ pointer }) => pointer.items),
      remembered,
    )
    for (const { row, pointer } of uses) fill(row, pointer, answers)
  }
}

type Answer =
  | { readonly object: string; readonly id: string }
  | { readonly code: string; readonly params: Readonly<Record<string, unknown>> }
type Answers = ReadonlyMap<string, Answer>

async function answersFor(
  ctx: Context,
  targets: readonly Model[],
  planned: PlannedColumn,
  items: readonly PointerItem[],
  remembered: Remembered,
): Promise<Answers> {
  const answers = new Map<string, Answer>()
  for (const target of targets) {
    const texts = items.filter(({ object }) => object === undefined || object === target.name).map(({ text }) => text)
    const unknown = [...new Set(texts)].filter(text => {
      const id = remembered.get(memory(target, planned, text))
      if (id !== undefined) agree(answers, text, { object: target.name, id })
      return id === undefined
    })
    for (const [text, { id, count, seen }] of await findBy(ctx, target, planned.match ?? 'title', unknown)) {
      if (!seen && count === 1) continue
      agree(
        answers,
        text,
        count === 1 ? { object: target.name, id } : { code: 'import.ambiguous', params: { text, count } },
      )
      if (count === 1 && targets.length === 1)
        ctx.afterCommit.push(async () => remember(remembered, memory(target, planned, text), id))
    }
  }
  const [target] = targets
  if (planned.missing === 'create' && target)
    await createMissing(
      ctx,
      target,
      planned,
      items.filter(({ text }) => !answers.has(text)),
      answers,
      remembered,
    )
  return answers
}

/** Two records of different objects with one title are ambiguous too. */
function agree(answers: Map<string, Answer>, text: string, answer: Answer) {
  answers.set(text, answers.has(text) ? { code: 'import.ambiguous', params: { text, count: 2 } } : answer)
}

const memory = (target: Model, { match }: PlannedColumn, text: string) => `${target.name} ${match} ${text}`

function remember(remembered: Remembered, key: string, id: string) {
  if (remembered.size >= most) remembered.clear()
  remembered.set(key, id)
}

async function createMissing(
  ctx: Context,
  target: Model,
  planned: PlannedColumn,
  items: readonly PointerItem[],
  answers: Map<string, Answer>,
  remembered: Remembered,
) {
  // Texts that differ by case or accents only are one record.
  const texts = [
    ...Map.groupBy(
      items.map(({ text }) => text),
      text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim(),
    ).values(),
  ]
  const { done, failed } = await inParts(ctx, texts, group =>
    createParsed(
      ctx,
      target,
      group.map(([text = '']) => parseDraft(ctx, target, draftOf(target, planned.match ?? 'title', text))),
    ),
  )
  for (const { item, result } of done)
    for (const text of item) {
      answers.set(text, { object: target.name, id: result.id })
      ctx.afterCommit.push(async () => remember(remembered, memory(target, planned, text), result.id))
    }
  for (const { item, problems } of failed)
    for (const text of item)
      answers.set(text, {
        code: 'import.not-created',
        params: { text, object: target.name, reason: problems[0]?.code },
      })
}

/** A name of several words goes into a title of several fields: the last word into the last of them. */
function draftOf(target: Model, match: string, text: string): Record<string, unknown> {
  const [first = 'name', ...more] = target.object.title
  const words = text.trim().split(/\s+/u)
  const last = more.at(-1)
  const titled =
    last === undefined || words.length < 2
      ? { [last ?? first]: text }
      : { [first]: words.slice(0, -1).join(' '), [last]: words.at(-1) }
  return match === 'title' ? titled : { ...titled, [match]: text }
}

function fill(row: ReadRow, { planned, field, items }: Pointer, answers: Answers) {
  const found = items.flatMap(({ text, role }) => {
    const answer = answers.get(text)
    if (answer && 'id' in answer) return [{ ...answer, role: role ?? null }]
    if (answer || planned.missing !== 'empty')
      row.problems.push({ field: planned.field, ...(answer ?? { code: 'import.not-found', params: { text } }) })
    return []
  })
  if (field.type === 'ref') row.input[planned.field] = found[0]?.id ?? null
  else if (field.type === 'tags') row.input[planned.field] = found.map(({ id }) => id)
  else if (field.type === 'refs') row.input[planned.field] = found.map(({ id, role }) => ({ id, role }))
  else row.input[planned.field] = found.map(({ object, id }) => ({ object, id }))
}
