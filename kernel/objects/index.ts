// The objects that the kernel itself stands on: who signs in, what they may do, and how records are tagged.

export { currencyRate } from './currency-rate.ts'
export { customField } from './custom-field.ts'
export { dashboard } from './dashboard.ts'
export { role, roleGrant, roleMask } from './role.ts'
export { tag } from './tag.ts'
export { team } from './team.ts'
export { user } from './user.ts'
export { view } from './view.ts'
