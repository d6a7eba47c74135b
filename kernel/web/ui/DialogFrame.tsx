import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useWords } from '../words/words.tsx'
import type { DialogProps } from './Dialog.tsx'

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
      {children}
    </Modal>
  )
}
