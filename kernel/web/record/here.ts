import { createContext, use } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import type { Values } from '../screens/use-draft.ts'

/** The record whose page it is. */
export interface Here {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly mayEdit: boolean
  /** On top of the record as it was seen when one began to write. */
  readonly save: (seen: AnyRecord, patch: Values) => Promise<unknown>
}

export const RecordHere = createContext<Here | undefined>(undefined)

export function useHere(): Here {
  const here = use(RecordHere)
  if (!here) throw new Error('This stands on the page of a record only.')
  return here
}
