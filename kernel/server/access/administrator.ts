import type { Actor } from './actor.ts'

/**
 * Who may do everything and hand out rights. A key that was narrowed does not carry this, whoever owns it: what a
 * key may do is what it names.
 */
export const isAdministrator = ({ roles, limits }: Pick<Actor, 'roles' | 'limits'>) =>
  roles.some(({ everything }) => everything) && (!limits || limits.includes('*:*'))
