import type { DescribedObject } from '../../schema/described.ts'
import { ConflictDialog } from '../record/ConflictDialog.tsx'
import type { Conflict } from '../record/conflict.ts'
import type { useEdits } from './use-edits.ts'

interface CellConflictProps {
  readonly object: DescribedObject
  readonly edits: Pick<ReturnType<typeof useEdits>, 'save' | 'settle' | 'decided'>
  readonly conflict: Conflict
}

/** Somebody else changed the cell while it was being written in. */
export default function CellConflict({ object, edits, conflict }: CellConflictProps) {
  return (
    <ConflictDialog
      object={object}
      included={conflict.theirs.included ?? {}}
      conflict={conflict}
      save={async (record, patch) => {
        await edits.save([{ record, patch }])
        return record
      }}
      onDone={() => {
        for (const name of Object.keys(conflict.patch)) edits.settle(conflict.theirs, name)
        edits.decided()
      }}
    />
  )
}
