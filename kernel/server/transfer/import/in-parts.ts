import { isAnswer, type Problem, Refused } from '../../../schema/refused.ts'
import { withSavepoint } from '../../database/transaction.ts'
import { codeOf } from '../../error-code.ts'
import type { Context } from '../../records/context.ts'

export interface Parts<I, R> {
  readonly done: readonly { readonly item: I; readonly result: R }[]
  readonly failed: readonly { readonly item: I; readonly problems: readonly Problem[] }[]
}

/**
 * Writes all at once. When that fails, what is named as wrong stays out; when nothing is named, each half is tried by
 * itself, so that in the end only what is wrong has failed.
 */
export async function inParts<I, R>(
  ctx: Context,
  items: readonly I[],
  write: (items: readonly I[]) => Promise<readonly R[]>,
): Promise<Parts<I, R>> {
  if (items.length === 0) return { done: [], failed: [] }
  const attempt = await attemptAll(ctx, () => write(items))
  if ('results' in attempt)
    return { done: attempt.results.map((result, at) => ({ item: items[at] as I, result })), failed: [] }
  const problems = problemsOf(attempt.error)
  const [only] = items
  if (items.length === 1 && only !== undefined) return { done: [], failed: [{ item: only, problems }] }
  const named = Map.groupBy(
    problems.filter(({ index }) => index !== undefined && index < items.length),
    ({ index }) => index,
  )
  if (named.size === 0)
    return merge([await inParts(ctx, half(items, 0), write), await inParts(ctx, half(items, 1), write)])
  const failed = items.flatMap((item, at) =>
    named.has(at) ? [{ item, problems: (named.get(at) ?? []).map(({ index, ...problem }) => problem) }] : [],
  )
  const rest = items.filter((_, at) => !named.has(at))
  // One at a time, as the database names them, would take for ever: from here on in halves.
  const parts = named.size > 1 || rest.length < 4 ? [rest] : [half(rest, 0), half(rest, 1)]
  const written: Parts<I, R>[] = []
  for (const part of parts) written.push(await inParts(ctx, part, write))
  return merge([{ done: [], failed }, ...written])
}

async function attemptAll<R>(ctx: Context, write: () => Promise<R>): Promise<{ results: R } | { error: unknown }> {
  const waiting = ctx.afterCommit.length
  try {
    return { results: await withSavepoint(ctx.db, write) }
  } catch (error) {
    if (!isOfTheRows(error)) throw error
    ctx.afterCommit.length = waiting
    return { error }
  }
}

/** A deadlock, a lost connection or a time limit says nothing about the rows. */
function isOfTheRows(error: unknown) {
  if (error instanceof Refused) return isAnswer(error)
  return /^(22|23)[0-9A-Z]{3}$/.test(codeOf(error))
}

function problemsOf(error: unknown): readonly Problem[] {
  if (!(error instanceof Refused)) return [{ field: '', code: 'import.database-refused' }]
  return error.problems.length ? error.problems : [{ field: '', code: error.code, params: error.params }]
}

const half = <I>(items: readonly I[], which: 0 | 1) => {
  const middle = Math.ceil(items.length / 2)
  return which === 0 ? items.slice(0, middle) : items.slice(middle)
}

const merge = <I, R>(parts: readonly Parts<I, R>[]): Parts<I, R> => ({
  done: parts.flatMap(({ done }) => done),
  failed: parts.flatMap(({ failed }) => failed),
})
