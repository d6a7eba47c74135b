import type { QueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../../schema/described.ts'

/** Forms and lists are made from the schema, so it is asked for anew. */
export const forgetFields = (queries: QueryClient, custom: DescribedObject) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: ['list', custom.name] }),
    queries.invalidateQueries({ queryKey: ['schema'] }),
  ])
