import { Button, Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Bell } from '../notices/Bell.tsx'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { creatable } from './areas.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchBox } from './SearchBox.tsx'
import styles from './TopBar.module.css'
import { usePlural } from './use-plural.ts'

export function TopBar() {
  return (
    <header className={styles.bar}>
      <Where />
      <SearchBox />
      <div className={styles.end}>
        <CreateMenu />
        <Bell />
        <PersonMenu />
      </div>
    </header>
  )
}

/** The list one is in, also from one of its records. */
function Where() {
  const { byPlural } = useSchema()
  const object = byPlural(usePlural() ?? '')
  if (!object) return <span className={styles.where} />
  return (
    <Link to="/$plural" params={{ plural: object.plural }} className={styles.where}>
      {object.label[1]}
    </Link>
  )
}

function CreateMenu() {
  const say = useWords()
  const objects = creatable(useSchema())
  if (objects.length === 0) return null
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button h={30} px={14} leftSection={<Icon name="plus" />} className={styles.create}>
          {say('shell.new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <CreateItems />
      </Menu.Dropdown>
    </Menu>
  )
}

export const CreateItems = () =>
  creatable(useSchema()).map(object => (
    <Menu.Item
      key={object.name}
      leftSection={<Icon name={object.icon} />}
      renderRoot={props => (
        <Link {...props} to="/$plural" params={{ plural: object.plural }} search={{ create: true }} />
      )}
    >
      {object.label[0]}
    </Menu.Item>
  ))
