import { TextInput } from '@mantine/core'
import { Dialog } from '#kernel/web/ui/Dialog.tsx'
import { useSalesWords } from '../words/words.ts'

export function LinkDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const say = useSalesWords()
  return (
    <Dialog title={say('quotes.link')} onClose={onClose} size={440}>
      <TextInput
        readOnly
        data-autofocus
        label={say('quotes.link.hint')}
        value={url}
        onFocus={event => event.currentTarget.select()}
      />
    </Dialog>
  )
}
