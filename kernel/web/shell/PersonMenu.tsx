import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { adminPagesFor } from '../admin/pages.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { schemes } from './schemes.ts'
import styles from './TopBar.module.css'

export function PersonMenu() {
  const say = useWords()
  const schema = useSchema()
  const { person } = schema
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width={200} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <UnstyledButton className={styles.person} aria-label={say('shell.person', { name: person.name })}>
          <Avatar name={person.name} id={person.id ?? undefined} size={24} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.name}</Menu.Label>
        <Menu.Item
          leftSection={<Icon name="user-circle" />}
          renderRoot={props => <Link {...props} to="/accounts/profile" />}
        >
          {say('shell.account')}
        </Menu.Item>
        {adminPagesFor(schema).length > 0 && (
          <Menu.Item leftSection={<Icon name="shield" />} renderRoot={props => <Link {...props} to="/admin" />}>
            {say('shell.administration')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Label>{say('shell.theme')}</Menu.Label>
        {schemes.map(({ name, icon }) => (
          <Menu.Item
            key={name}
            leftSection={<Icon name={icon} />}
            rightSection={colorScheme === name && <Icon name="check" />}
            aria-current={colorScheme === name}
            onClick={() => setColorScheme(name)}
          >
            {say(`shell.theme.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Icon name="logout" />}
          renderRoot={props => <Link {...props} to="/accounts/logout" preload={false} />}
        >
          {say('shell.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
