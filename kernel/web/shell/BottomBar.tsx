import { Menu } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { useWords } from '../words/words.tsx'
import { type Place, useAreas, useFirstPlaces } from './areas.ts'
import styles from './BottomBar.module.css'
import { CreateItems } from './TopBar.tsx'

const MoreSheet = lazyPart(() => import('./MoreSheet.tsx'))

/** The sidebar of a phone: what is used most under the thumb, everything behind More. */
export function BottomBar() {
  const say = useWords()
  const [isOpen, { open, close }] = useDisclosure(false)
  const ofAreas = useAreas().flatMap(({ places }) => places)
  const most = [...useFirstPlaces(), ...ofAreas]
  return (
    <nav className={styles.bar} aria-label={say('shell.navigation')}>
      {most.slice(0, 2).map(place => (
        <PlaceLink key={place.name} place={place} />
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
      {most.slice(2, 3).map(place => (
        <PlaceLink key={place.name} place={place} />
      ))}
      <button type="button" className={styles.item} onClick={open} aria-expanded={isOpen}>
        <Icon name="menu" size={20} />
        <span>{say('shell.more')}</span>
      </button>
      {isOpen && (
        <Suspense>
          <MoreSheet onClose={close} />
        </Suspense>
      )}
    </nav>
  )
}

const PlaceLink = ({ place: { path, label, icon } }: { readonly place: Place }) => (
  <Link to={path as '/'} className={styles.item} activeProps={{ 'data-active': true }}>
    <Icon name={icon} size={20} />
    <span className="truncate">{label}</span>
  </Link>
)
