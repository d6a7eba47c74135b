import type { Locale } from '../../schema/field-type.ts'
import type { Filter } from '../../schema/filter.ts'

export type Scope = 'nobody' | 'own' | 'team' | 'everybody' | { readonly filter: Filter }
export type MaskLevel = 'hidden' | 'readonly'

/** What one role gives. `*` stands for every object, or every verb, that the role does not name. */
export interface Role {
  readonly id: string
  readonly name: string
  /** No grant or mask narrows it. */
  readonly everything: boolean
  /** object → verb → scope */
  readonly grants: Readonly<Record<string, Readonly<Record<string, Scope>>>>
  /** object → field or class of mask → level */
  readonly masks: Readonly<Record<string, Readonly<Record<string, MaskLevel>>>>
}

/** Who acts. Everything that reads or writes takes one. */
export interface Actor {
  readonly kind: 'user' | 'system'
  readonly id: string | null
  readonly name: string
  readonly roles: readonly Role[]
  /** Everyone in one of the actor's teams, the actor too. */
  readonly team: readonly string[]
  /** What an API key narrows its owner's rights to; absent: nothing. */
  readonly limits?: readonly string[]
  readonly keyId?: string
  readonly locale: Locale
}

/** Of the system, and of whoever holds a role that is marked so. */
export const everything: Role = {
  id: 'everything',
  name: 'everything',
  everything: true,
  grants: { '*': { '*': 'everybody' } },
  masks: {},
}

/** Jobs, reactions and the command line act as the system: an actor like any other, with a role that gives everything. */
export const systemActor = (locale: Locale): Actor => ({
  kind: 'system',
  id: null,
  name: 'Rapport',
  roles: [everything],
  team: [],
  locale,
})
