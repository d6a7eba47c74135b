/** What the audit is narrowed to, as the address has it. */
export interface AuditSearch {
  actor?: string | undefined
  object?: string | undefined
  event?: string | undefined
  since?: string | undefined
  until?: string | undefined
  /** What was done together. */
  batch?: string | undefined
}

const parts = ['actor', 'object', 'event', 'since', 'until', 'batch'] as const

export const readAuditSearch = (search: Record<string, unknown>): AuditSearch =>
  Object.fromEntries(
    parts.flatMap(part => (typeof search[part] === 'string' && search[part] !== '' ? [[part, search[part]]] : [])),
  )

/** Where the same is downloaded as a table. */
export const exportAddress = (asked: AuditSearch) =>
  `/api/audit/export.csv?${new URLSearchParams({ ...readAuditSearch({ ...asked }) } as Record<string, string>)}`
