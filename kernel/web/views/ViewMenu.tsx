import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { recordsOf } from '../queries.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import type { ViewEdits } from './use-view-edits.ts'
import styles from './ViewBar.module.css'
import type { View, Visibility } from './views.ts'

interface ViewMenuProps {
  readonly view: View
  readonly views: readonly View[]
  readonly edits: ViewEdits
  readonly onRename: () => void
}

const icons: Readonly<Record<Visibility, string>> = { mine: 'user', team: 'users-group', all: 'world' }

/** Name, readers, place and end of a view. */
export function ViewMenu({ view, views, edits, onRename }: ViewMenuProps) {
  const say = useListWords()
  const { byName, person } = useSchema()
  const visibility = byName('view')?.fields.find(({ name }) => name === 'visibility')
  const readers = visibility?.type === 'choice' ? Object.entries(visibility.options) : []
  const at = views.indexOf(view)
  return (
    <Menu position="bottom-start" width={230} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={say('view.menu', { name: view.name })}>
          <Icon name="dots" size={15} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="pencil" />} onClick={onRename}>
          {say('view.rename')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="arrow-left" />}
          disabled={at <= 0}
          onClick={() => edits.moveTo(view, at - 1)}
        >
          {say('view.left')}
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="arrow-right" />}
          disabled={at === views.length - 1}
          onClick={() => edits.moveTo(view, at + 1)}
        >
          {say('view.right')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{say('view.visible')}</Menu.Label>
        {readers.map(([key, label]) => (
          <Menu.RadioItem
            key={key}
            value={key}
            checked={view.visibility === key}
            closeMenuOnClick
            rightSection={<Icon name={icons[key as Visibility]} size={15} />}
            onChange={() => view.visibility !== key && edits.share(view, key as Visibility)}
          >
            {label}
          </Menu.RadioItem>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem
          checked={view.opens_first}
          closeMenuOnClick
          onChange={isFirst => edits.openFirst(view, isFirst)}
        >
          {say('view.opens-first')}
        </Menu.CheckboxItem>
        {person.administrator && view.visibility === 'all' && <DefaultFor view={view} edits={edits} />}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="trash" />} c="var(--red)" onClick={() => edits.remove(view)}>
          {say('view.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Which roles find this view first. */
function DefaultFor({ view, edits }: Pick<ViewMenuProps, 'view' | 'edits'>) {
  const say = useListWords()
  const role = useSchema().byName('role')
  const roles = useQuery({
    queryKey: ['list', 'role', 'of-views'],
    queryFn: ({ signal }) =>
      role && fieldOf(role, 'name')
        ? recordsOf(role).list({ sort: 'name', columns: ['name'], limit: 20, signal })
        : null,
  })
  const chosen = view.default_for.map(({ id }) => id as string)
  const toggle = (id: string) =>
    edits.defaultFor(
      view,
      (chosen.includes(id) ? chosen.filter(other => other !== id) : [...chosen, id]).map(each => ({
        id: each,
        role: null,
      })),
    )
  return (
    <>
      <Menu.Label>{say('view.default-for')}</Menu.Label>
      {roles.data?.rows.map(({ id, name }) => (
        <Menu.CheckboxItem key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
          {String(name)}
        </Menu.CheckboxItem>
      ))}
    </>
  )
}
