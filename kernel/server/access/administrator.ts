import { Refused } from '../../schema/refused.ts'
import type { Actor } from './actor.ts'

type Rights = Pick<Actor, 'roles' | 'limits'>

/**
 * Who may do everything and hand out rights. A key that was narrowed does not carry this, whoever owns it: what a
 * key may do is what it names.
 */
export const isAdministrator = ({ roles, limits }: Rights) =>
  roles.some(({ everything }) => everything) && (!limits || limits.includes('*:*'))

export function requireAdministrator(actor: Rights, code = 'forbidden') {
  if (!isAdministrator(actor)) throw new Refused(code)
}
