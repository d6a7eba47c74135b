import type { DescribedObject } from '#kernel/schema/described.ts'
import type { Included } from '#kernel/web/client.ts'
import { CreateForm } from '#kernel/web/record/CreateForm.tsx'
import type { Values } from '#kernel/web/screens/use-draft.ts'

interface NewMeetingProps {
  readonly meeting: DescribedObject
  readonly start: Values
  readonly included?: Included
  readonly onDone: () => void
}

/** The form of a meeting, with what is known of it. */
export default function NewMeeting({ meeting, start, included = {}, onDone }: NewMeetingProps) {
  return <CreateForm object={meeting} start={start} included={included} onDone={onDone} onCancel={onDone} />
}
