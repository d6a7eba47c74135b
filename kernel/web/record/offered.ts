import type { DescribedAction, DescribedObject } from '../../schema/described.ts'
import type { State } from '../../schema/object.ts'
import type { AnyRecord } from '../client.ts'

/** The actions that make sense for a record as it is. */
export const offered = (object: DescribedObject, record: AnyRecord): readonly DescribedAction[] =>
  object.actions.filter(({ when }) => isLike(record, when))

/** What the person may not see decides nothing. */
const isLike = (record: AnyRecord, state: State) =>
  Object.entries(state).every(([name, wanted]) => {
    const value = record[name]
    return value === undefined || (typeof wanted === 'string' ? value === wanted : wanted.includes(String(value)))
  })
