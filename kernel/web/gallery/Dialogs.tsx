import { Button } from '@mantine/core'
import { useState } from 'react'
import { Trouble } from '../request.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import { announce, announceTrouble } from '../ui/announce.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'

/** What lies over a page, to be opened. */
export function Dialogs() {
  const say = useGalleryWords()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const refused = new Trouble(409, {
    code: 'gallery',
    detail: say('gallery.troubled'),
    action: say('gallery.troubled.hint'),
  })
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {say('gallery.dialog')}
      </Button>
      <Button
        variant="default"
        onClick={() => announce(say('gallery.announced'), { label: say('undo.undo'), run: () => {} })}
      >
        {say('gallery.announce')}
      </Button>
      <Button variant="default" onClick={() => announceTrouble(refused, say)}>
        {say('gallery.trouble')}
      </Button>
      {isOpen && (
        <Dialog title={say('gallery.dialog.title')} onClose={close} size={440}>
          <FieldsForm
            sections={[]}
            start={{}}
            submitLabel={say('gallery.button.danger')}
            onSubmit={() => Promise.reject(refused)}
            onCancel={close}
            danger
          >
            <p style={{ margin: 0 }}>{say('gallery.dialog.text')}</p>
          </FieldsForm>
        </Dialog>
      )}
    </>
  )
}
