// What a role gives, worked out from its rows the way the server does it.

import type { AnyRecord } from '../../client.ts'

export const scopeNames = ['nobody', 'own', 'team', 'everybody', 'filter'] as const
export type ScopeName = (typeof scopeNames)[number]

export const verbs = ['read', 'create', 'edit', 'delete', 'export', 'import'] as const

/** Every object, or every verb, that has no row of its own. */
export const rest = '*'

export interface Grant {
  readonly row: AnyRecord
  readonly object: string
  readonly verb: string
  readonly scope: ScopeName
  readonly filter: string | null
}

export const grantOf = (row: AnyRecord): Grant => ({
  row,
  object: String(row.object),
  verb: String(row.verb),
  scope: row.scope as ScopeName,
  filter: typeof row.filter === 'string' ? row.filter : null,
})

/** The row of just this object and verb. */
export const ownGrant = (grants: readonly Grant[], object: string, verb: string) =>
  grants.find(grant => grant.object === object && grant.verb === verb)

/** What holds without a row of its own: for an action what it needs, the object's other verbs, then all objects. */
export function inherited(grants: readonly Grant[], object: string, verb: string, needs?: string): ScopeName {
  const verbsAsked = [verb, ...(needs ? [needs] : []), rest]
  const places = [object, rest].flatMap(ofObject => verbsAsked.map(ofVerb => [ofObject, ofVerb] as const))
  const others = places.filter(([ofObject, ofVerb]) => ofObject !== object || ofVerb !== verb)
  for (const [ofObject, ofVerb] of others) {
    const found = ownGrant(grants, ofObject, ofVerb)
    if (found) return found.scope
  }
  return 'nobody'
}

/** The filter of a grant; none where it cannot be read, and so gives nothing. */
export function filterIn(text: string | null): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text ?? '')
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
