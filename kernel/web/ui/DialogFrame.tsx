import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWords } from '../words/words.tsx'
import type { DialogProps } from './Dialog.tsx'
import { stop } from './follow.ts'

/** A sheet over the page; on a phone, the page itself. */
export default function DialogFrame({ title, onClose, size = 640, children }: DialogProps) {
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768)
  const say = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={isPhone === true && size > 480}
      centered={size <= 480}
      closeButtonProps={{ 'aria-label': say('shell.close') }}
      padding={20}
      // Not the head of the whole page, though the library makes it one.
      attributes={{ header: { role: 'presentation' } }}
    >
      <div ref={beginWithin}>{children}</div>
    </Modal>
  )
}

/** The hand begins at what the dialog is about, and not at the button that ends it. */
function beginWithin(body: HTMLElement | null) {
  if (body?.querySelector('[data-autofocus]')) return
  const [first] = [...(body?.querySelectorAll<HTMLElement>(stop) ?? [])].filter(({ tabIndex }) => tabIndex >= 0)
  if (first) first.dataset.autofocus = 'true'
}
