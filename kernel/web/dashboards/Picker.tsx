import { Menu } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useChartWords } from '../words/charts/words.ts'
import { useLanguage } from '../words/words.tsx'
import styles from './Dashboards.module.css'
import type { Dashboard } from './dashboards.ts'
import { NameDialog } from './NameDialog.tsx'
import { useDashboardEdits } from './use-dashboard-edits.ts'
import { useSeenReady } from './use-seen-ready.ts'

interface PickerProps {
  readonly all: readonly Dashboard[]
  readonly current: string
  readonly name: string
}

/** The name of the dashboard, and behind it the others. */
export function Picker({ all, current, name }: PickerProps) {
  const say = useChartWords()
  const language = useLanguage()
  const navigate = useNavigate()
  const edits = useDashboardEdits()
  const { person, byName } = useSchema()
  const [isNaming, setNaming] = useState(false)
  const of = byName('dashboard')
  const ready = Object.entries(useSeenReady()).map(([id, { label }]) => ({ id, name: label[language] }))
  const mine = all.filter(({ owner_id }) => owner_id === person.id)
  const others = all.filter(({ owner_id }) => owner_id !== person.id)
  const parts = [
    { label: say('dash.mine'), entries: mine },
    { label: say('dash.from-others'), entries: others },
    { label: say('dash.ready'), entries: ready },
  ].filter(({ entries }) => entries.length > 0)
  return (
    <>
      <Menu position="bottom-start" width={260} transitionProps={{ duration: 80 }}>
        <h1 className={styles.name}>
          <Menu.Target>
            <button type="button" className={styles.picker} title={say('dash.choose')}>
              <span className="truncate">{name}</span>
              <Icon name="chevron-down" size={15} />
            </button>
          </Menu.Target>
        </h1>
        <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
          {parts.map(({ label, entries }) => (
            <div key={label}>
              <Menu.Label>{label}</Menu.Label>
              {entries.map(entry => (
                <Menu.RadioItem
                  key={entry.id}
                  value={entry.id}
                  checked={entry.id === current}
                  closeMenuOnClick
                  onChange={() => void navigate({ to: '/dashboards/$dashboard', params: { dashboard: entry.id } })}
                >
                  {entry.name}
                </Menu.RadioItem>
              ))}
            </div>
          ))}
          {of && mayDo(of, 'create') && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
                {say('dash.new')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <NameDialog
          title={say('dash.new')}
          start=""
          onDone={text => void edits.make(text, [])}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}
