export const keyVerbs = ['read', 'create', 'edit', 'delete'] as const
export type KeyVerb = (typeof keyVerbs)[number]

export type ScopeKind = 'all' | 'read' | 'chosen'

/** As the server reads them: `contact:read deal:edit`. */
export function scopesOf(kind: ScopeKind, chosen: readonly string[]): string {
  if (kind === 'all') return '*:*'
  return kind === 'read' ? '*:read' : [...chosen].sort().join(' ')
}

/** Who may change something must be able to see it: with another verb comes reading. */
export function toggleScope(chosen: readonly string[], object: string, verb: KeyVerb): readonly string[] {
  const scope = `${object}:${verb}`
  const read = `${object}:read`
  if (!chosen.includes(scope)) return [...new Set([...chosen, read, scope])]
  return verb === 'read'
    ? chosen.filter(other => !other.startsWith(`${object}:`))
    : chosen.filter(other => other !== scope)
}

/** `contact:read contact:edit deal:read` as what is said of each object. */
export function groupScopes(scopes: readonly string[]): { readonly object: string; readonly verbs: string[] }[] {
  const groups = Map.groupBy(scopes, scope => scope.split(':')[0] ?? '')
  return [...groups].map(([object, own]) => ({ object, verbs: own.map(scope => scope.split(':')[1] ?? '') }))
}
