import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { listOnce } from '#kernel/web/queries.ts'
import { useSchema } from '#kernel/web/schema/use-schema.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { useWorkWords } from '../words/words.ts'
import styles from './Calendar.module.css'

interface ColleaguesProps {
  readonly people: readonly string[] | undefined
  readonly tones: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}

/** Whose calendars are shown, each in a colour. */
export function Colleagues({ people, tones, onChange }: ColleaguesProps) {
  const say = useWorkWords()
  const { byName, person } = useSchema()
  const user = byName('user')
  const { data } = useQuery({
    ...listOnce(user ?? { name: 'user', plural: 'users' }, { where: { active: true }, sort: 'name', limit: 100 }),
    enabled: user !== undefined,
  })
  const chosen = people ?? (person.id ? [person.id] : [])
  const rows = data?.rows ?? []
  if (rows.length < 2) return null
  const turn = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id]
    if (next.length) onChange(next)
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button variant="default" h={30} px={12} leftSection={<Icon name="users-group" />}>
          {say('agenda.people', { count: chosen.length })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {rows.map(({ id, name }) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={chosen.includes(id)}
            leftSection={
              <span
                className={styles.dot}
                data-tone={chosen.includes(id) ? tones[chosen.indexOf(id) % tones.length] : undefined}
              />
            }
            onClick={() => turn(id)}
          >
            {String(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
