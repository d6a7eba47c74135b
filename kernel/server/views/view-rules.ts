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

/** What a role finds first is up to those who hand out roles; what a team does, up to those who are in it, too. */
const guardDefault = rule(view, ['create', 'update'], async (ctx, drafts) => {
  if (isAdministrator(ctx.actor)) return undefined
  if (drafts.some(draft => changed(draft, 'default_for').length > 0)) throw new Refused('role.not-yours')
  const teams = drafts.flatMap(draft => changed(draft, 'default_for_teams'))
  if (teams.length > 0 && !(await areMine(ctx, teams))) throw new Refused('view.not-your-team')
  return undefined
})

export const viewRules: readonly Behaviour[] = [checkState, guardDefault]

function checkWhere(ctx: Context, { object, state }: Draft['after']) {
  const model = ctx.models.find(object)
  if (model && isPlainObject(state) && state.where !== undefined) parseFilter(state.where, model, ctx)
}

/** Those that it was for and is no more, and the other way round. */
function changed({ before, after }: Draft, field: 'default_for' | 'default_for_teams') {
  const idsOf = (row: Draft['before']) => new Set((row?.[field] ?? []).map(({ id }) => id))
  return [...idsOf(before).symmetricDifference(idsOf(after))]
}

async function areMine(ctx: Context, teams: readonly string[]) {
  const mine = ctx.db
    .selectFrom('links')
    .select('to_id')
    .where('from_object', '=', 'user')
    .where('from_id', '=', ctx.actor.id)
    .where('field', '=', 'teams')
  const found = new Set((await mine.execute()).map(({ to_id }) => to_id))
  return teams.every(id => found.has(id))
}
