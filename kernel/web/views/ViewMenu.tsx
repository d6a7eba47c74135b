import { Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { recordsOf } from '../queries.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import type { ViewEdits } from './use-view-edits.ts'
import styles from './ViewBar.module.css'
import { meQuery, type View, type Visibility } from './views.ts'

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
      <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
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
        {view.visibility !== 'mine' && <DefaultForTeams view={view} edits={edits} />}
        {person.administrator && view.visibility === 'all' && <DefaultForRoles view={view} edits={edits} />}
        <Menu.Divider />
        <Menu.Item leftSection={<Icon name="trash" />} c="var(--red)" onClick={() => edits.remove(view)}>
          {say('view.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type DefaultForProps = Pick<ViewMenuProps, 'view' | 'edits'>

/** Which teams find this view first: one's own; who may do everything chooses among all. */
function DefaultForTeams({ view, edits }: DefaultForProps) {
  const say = useListWords()
  const { person } = useSchema()
  const { data: me } = useQuery(meQuery)
  const all = useNamed('team', person.administrator)
  return (
    <DefaultFor
      label={say('view.default-for.team')}
      named={person.administrator ? all : me?.teams}
      chosen={view.default_for_teams}
      onChange={default_for_teams => edits.defaultFor(view, { default_for_teams })}
    />
  )
}

function DefaultForRoles({ view, edits }: DefaultForProps) {
  const say = useListWords()
  return (
    <DefaultFor
      label={say('view.default-for')}
      named={useNamed('role', true)}
      chosen={view.default_for}
      onChange={default_for => edits.defaultFor(view, { default_for })}
    />
  )
}

interface WhomProps {
  readonly label: string
  readonly named: readonly { readonly id: string; readonly name: string }[] | undefined
  readonly chosen: View['default_for']
  readonly onChange: (chosen: View['default_for']) => void
}

function DefaultFor({ label, named = [], chosen, onChange }: WhomProps) {
  if (named.length === 0) return null
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {named.map(({ id, name }) => {
        const others = chosen.filter(other => other.id !== id)
        const isIn = others.length < chosen.length
        return (
          <Menu.CheckboxItem
            key={id}
            checked={isIn}
            onChange={() => onChange(isIn ? others : [...chosen, { id, role: null }])}
          >
            {name}
          </Menu.CheckboxItem>
        )
      })}
    </>
  )
}

/** By their names, as far as one may read them. */
function useNamed(object: 'role' | 'team', enabled: boolean) {
  const of = useSchema().byName(object)
  const found = useQuery({
    queryKey: ['list', object, 'of-views'],
    queryFn: ({ signal }) =>
      of && fieldOf(of, 'name') ? recordsOf(of).list({ sort: 'name', columns: ['name'], limit: 50, signal }) : null,
    enabled,
  })
  return found.data?.rows.map(({ id, name }) => ({ id, name: String(name) }))
}
