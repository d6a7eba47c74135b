// Fields that stand together wherever somebody is found.

import { code } from './code/code.ts'
import { text } from './text/text.ts'

/** Where somebody is found; territories and maps ask for its parts. */
export const address = {
  street: text({ max: 200 }),
  postal_code: text({ max: 20 }),
  city: text({ max: 120, index: true }),
  region: text({ max: 120 }),
  country: code('country', { index: true }),
} as const

/** Where a person lives is nobody's business who may not see what is personal. */
export const addressOfPerson = {
  ...address,
  street: text({ max: 200, mask: 'personal' }),
  postal_code: text({ max: 20, mask: 'personal' }),
} as const
