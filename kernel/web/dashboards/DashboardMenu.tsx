import { ActionIcon, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordsOf } from '../queries.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useChartWords } from '../words/charts/words.ts'
import type { Dashboard } from './dashboards.ts'
import { NameDialog } from './NameDialog.tsx'
import type { DashboardEdits } from './use-dashboard-edits.ts'

interface DashboardMenuProps {
  readonly dashboard: Dashboard
  readonly all: readonly Dashboard[]
  readonly edits: DashboardEdits
}

/** Name, readers and end of a dashboard, and for whom it opens first. */
export function DashboardMenu({ dashboard, all, edits }: DashboardMenuProps) {
  const say = useChartWords()
  const { byName, person } = useSchema()
  const [isNaming, setNaming] = useState(false)
  const of = byName('dashboard')
  const visibility = of && fieldOf(of, 'visibility')
  const readers = visibility?.type === 'choice' ? Object.entries(visibility.options) : []
  return (
    <>
      <Menu position="bottom-end" width={240} transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <ActionIcon variant="subtle" size={30} aria-label={say('dash.menu', { name: dashboard.name })}>
            <Icon name="dots" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
          <Menu.Item leftSection={<Icon name="pencil" />} onClick={() => setNaming(true)}>
            {say('dash.rename')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{say('dash.visible')}</Menu.Label>
          {readers.map(([key, label]) => (
            <Menu.RadioItem
              key={key}
              value={key}
              checked={dashboard.visibility === key}
              closeMenuOnClick
              onChange={() =>
                dashboard.visibility !== key &&
                void edits.change(dashboard, { visibility: key as Dashboard['visibility'] })
              }
            >
              {label}
            </Menu.RadioItem>
          ))}
          <Menu.Divider />
          <Menu.CheckboxItem
            checked={dashboard.opens_first}
            closeMenuOnClick
            onChange={isFirst => void edits.openFirst(dashboard, isFirst, all)}
          >
            {say('dash.first')}
          </Menu.CheckboxItem>
          {person.administrator && dashboard.visibility === 'all' && (
            <DefaultForRoles dashboard={dashboard} edits={edits} />
          )}
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="trash" />} c="var(--red)" onClick={() => void edits.remove(dashboard)}>
            {say('dash.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <NameDialog
          title={say('dash.rename')}
          start={dashboard.name}
          onDone={name => void edits.rename(dashboard, name)}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}

/** For people who have chosen nothing themselves. */
function DefaultForRoles({ dashboard, edits }: Omit<DashboardMenuProps, 'all'>) {
  const say = useChartWords()
  const role = useSchema().byName('role')
  const { data } = useQuery({
    queryKey: ['list', 'role', 'names'],
    queryFn: ({ signal }) => (role ? recordsOf(role).list({ columns: ['name'], limit: 100, signal }) : undefined),
  })
  const chosen = new Set(dashboard.default_for.map(({ id }) => id))
  const turn = (id: string) => {
    const ids = [...chosen.symmetricDifference(new Set([id]))]
    void edits.change(dashboard, {
      default_for: ids.map(each => ({ id: each, role: null })) as Dashboard['default_for'],
    })
  }
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{say('dash.default-for')}</Menu.Label>
      {(data?.rows ?? []).map(({ id, name }) => (
        <Menu.CheckboxItem key={id} checked={chosen.has(id)} onChange={() => turn(id)}>
          {String(name)}
        </Menu.CheckboxItem>
      ))}
    </>
  )
}
