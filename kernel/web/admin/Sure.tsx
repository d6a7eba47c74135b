import { FieldsForm } from '../screens/FieldsForm.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface SureProps {
  readonly title: string
  readonly hint: string
  /** What the button says that does it. */
  readonly verb: string
  readonly run: () => Promise<unknown>
  readonly onClose: () => void
}

/** Asks before something that is not easily taken back. */
export function Sure({ title, hint, verb, run, onClose }: SureProps) {
  const submit = async () => {
    await run()
    onClose()
  }
  return (
    <Dialog title={title} onClose={onClose} size={440}>
      <FieldsForm sections={[]} start={{}} submitLabel={verb} onSubmit={submit} onCancel={onClose} danger>
        <p style={{ margin: 0 }}>{hint}</p>
      </FieldsForm>
    </Dialog>
  )
}
