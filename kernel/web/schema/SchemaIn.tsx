import { useSuspenseQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { Known, schemaQuery, withLookups } from './use-schema.ts'

/** Asked for once, and told to all inside: what stands in a cell cannot afford to ask by itself. */
export function SchemaIn({ children }: { readonly children: ReactNode }) {
  const { data } = useSuspenseQuery(schemaQuery)
  const known = useMemo(() => withLookups(data), [data])
  return <Known value={known}>{children}</Known>
}
