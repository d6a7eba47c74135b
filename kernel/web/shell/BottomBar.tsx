import { Drawer, Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { areasOf } from './areas.ts'
import styles from './BottomBar.module.css'
import { Navigation } from './Navigation.tsx'
import { CreateItems } from './TopBar.tsx'

/** The sidebar of a phone: what is used most under the thumb, everything behind More. */
export function BottomBar() {
  const say = useWords()
  const [isOpen, { open, close }] = useDisclosure(false)
  const most = areasOf(useSchema()).flatMap(({ objects }) => objects)
  return (
    <nav className={styles.bar} aria-label={say('shell.navigation')}>
      {most.slice(0, 2).map(object => (
        <Link
          key={object.name}
          to="/$plural"
          params={{ plural: object.plural }}
          className={styles.item}
          activeProps={{ 'data-active': true }}
        >
          <Icon name={object.icon} size={20} />
          <span className="truncate">{object.label[1]}</span>
        </Link>
      ))}
      <Menu position="top" transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <button type="button" className={styles.item}>
            <Icon name="plus" size={20} />
            <span>{say('shell.new')}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <CreateItems />
        </Menu.Dropdown>
      </Menu>
      {most.slice(2, 3).map(object => (
        <Link
          key={object.name}
          to="/$plural"
          params={{ plural: object.plural }}
          className={styles.item}
          activeProps={{ 'data-active': true }}
        >
          <Icon name={object.icon} size={20} />
          <span className="truncate">{object.label[1]}</span>
        </Link>
      ))}
      <button type="button" className={styles.item} onClick={open} aria-expanded={isOpen}>
        <Icon name="menu" size={20} />
        <span>{say('shell.more')}</span>
      </button>
      <Drawer
        opened={isOpen}
        onClose={close}
        position="bottom"
        size="85%"
        title={say('shell.navigation')}
        closeButtonProps={{ 'aria-label': say('shell.close') }}
        transitionProps={{ duration: 120 }}
      >
        <Navigation onGo={close} />
      </Drawer>
    </nav>
  )
}
