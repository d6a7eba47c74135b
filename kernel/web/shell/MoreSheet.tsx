import { Drawer } from '@mantine/core'
import { useWords } from '../words/words.tsx'
import { Navigation } from './Navigation.tsx'

/** Everywhere that one can go, over the screen of a phone. */
export default function MoreSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useWords()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="85%"
      title={say('shell.navigation')}
      closeButtonProps={{ 'aria-label': say('shell.close') }}
      transitionProps={{ duration: 120 }}
    >
      <Navigation onGo={onClose} />
    </Drawer>
  )
}
