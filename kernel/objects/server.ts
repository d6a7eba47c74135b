import { type Behaviour, handle } from '../server/actions/behaviours.ts'
import { dashboardRules } from '../server/dashboards/dashboard-rules.ts'
import { copyRole } from '../server/identity/copy-role.ts'
import { endOfAccess } from '../server/identity/end-access.ts'
import { identityGuards } from '../server/identity/guards.ts'
import { lastAdministrator } from '../server/identity/last-administrator.ts'
import { nameRate, valueAnewByRates } from '../server/records/rates.ts'
import { viewRules } from '../server/views/view-rules.ts'
import { user } from './user.ts'

const deactivate = handle(user, 'deactivate', async (ctx, users) => {
  ctx.refuse(
    'user.self',
    users.filter(({ id }) => id === ctx.actor.id),
  )
  return ctx.update(user, users, { active: false }, 'deactivated')
})

const reactivate = handle(user, 'reactivate', async (ctx, users) =>
  ctx.update(user, users, { active: true }, 'reactivated'),
)

export const objectBehaviours: readonly Behaviour[] = [
  deactivate,
  reactivate,
  copyRole,
  ...identityGuards,
  ...lastAdministrator,
  ...endOfAccess,
  ...viewRules,
  ...dashboardRules,
  nameRate,
  valueAnewByRates,
]
