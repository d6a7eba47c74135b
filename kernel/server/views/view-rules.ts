import { isPlainObject } from '../../fields/list.ts'
import { view } from '../../objects/view.ts'
import type { Row } from '../../schema/object.ts'
import { Refused } from '../../schema/refused.ts'
import { isAdministrator } from '../access/administrator.ts'
import { type Behaviour, rule } from '../actions/behaviours.ts'
import { parseFilter } from '../filter/parse.ts'
import type { Context } from '../records/context.ts'
import { isSame } from '../records/same.ts'

interface Draft {
  readonly before: Row<typeof view> | null
  readonly after: Row<typeof view>
}

/** A filter that its author could not run is refused when it is saved; it is checked again whenever somebody runs it. */
const checkState = rule(view, ['create', 'update'], async (ctx, drafts) => {
  for (const { before, after } of drafts)
    if (before?.object !== after.object || !isSame(before.state, after.state)) checkWhere(ctx, after)
  return undefined
})

/** What others find first is up to those who hand out roles. */
const guardDefault = rule(view, ['create', 'update'], async (ctx, drafts) => {
  if (!isAdministrator(ctx.actor) && drafts.some(changesDefault)) throw new Refused('role.not-yours')
  return undefined
})

export const viewRules: readonly Behaviour[] = [checkState, guardDefault]

function checkWhere(ctx: Context, { object, state }: Draft['after']) {
  const model = ctx.models.find(object)
  if (model && isPlainObject(state) && state.where !== undefined) parseFilter(state.where, model, ctx)
}

const changesDefault = ({ before, after }: Draft) => !isSame(before?.default_for ?? [], after.default_for ?? [])
