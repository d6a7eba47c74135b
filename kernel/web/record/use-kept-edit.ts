import type { DescribedField } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { useSchema } from '../schema/use-schema.ts'
import { keepDraft, readDraft } from '../screens/kept-draft.ts'
import type { Values } from '../screens/use-draft.ts'
import { useHere } from './here.ts'

interface KeptEdit {
  /** As much of the record as it takes to tell whether somebody else wrote there since. */
  readonly seen: AnyRecord
  readonly touched: Values
}

/** What is being written in a field, until it is saved or given up: a page that goes away under it costs nothing. */
export function useKeptEdit(fields: readonly DescribedField[]) {
  const { person } = useSchema()
  const { object, record } = useHere()
  const names = fields.map(({ name }) => name)
  const place = `${person.id} ${object.name} ${record.id} ${names.join()}`
  return {
    read(): KeptEdit | undefined {
      const kept = readDraft(place)
      return 'seen' in kept && 'touched' in kept ? (kept as unknown as KeptEdit) : undefined
    },
    keep({ id, version, ...seen }: AnyRecord, touched: Values) {
      const known = Object.fromEntries(names.map(name => [name, seen[name] ?? null]))
      keepDraft(place, { seen: { id, version, ...known }, touched })
    },
    forget: () => keepDraft(place, {}),
  }
}
