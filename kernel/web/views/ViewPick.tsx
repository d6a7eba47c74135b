import { Menu } from '@mantine/core'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import { ChangedDot } from './Tab.tsx'
import styles from './ViewBar.module.css'
import type { ViewChoice } from './ViewTabs.tsx'
import { iconOf, type View } from './views.ts'

interface PickProps extends ViewChoice {
  readonly offered: readonly View[]
  readonly withAll?: true
  /** Why the one that is open came by itself. */
  readonly why?: string | undefined
  /** What can be done with what is shown. */
  readonly more?: readonly { readonly icon: string; readonly label: string; readonly run: () => void }[]
}

/** Views behind one button: all of them on a phone, elsewhere those for which there is no room. */
export function ViewPick({ offered, withAll, current, isChanged, menu, onOpen, why, more = [] }: PickProps) {
  const say = useListWords()
  const icon = current && iconOf(current)
  const label = current?.name ?? (withAll ? say('view.all') : say('view.more', { count: offered.length }))
  const isOpen = current !== undefined || withAll === true
  const said = [say('view.open-one', { name: label }), ...(isChanged ? [say('view.changed')] : [])].join(', ')
  return (
    <div className={styles.item}>
      <Menu position="bottom-start" width={260} transitionProps={{ duration: 80 }}>
        <Menu.Target>
          <button
            type="button"
            className={styles.tab}
            aria-current={isOpen ? 'page' : undefined}
            aria-label={isOpen ? said : label}
          >
            {icon && <Icon name={icon} size={15} />}
            <span className="truncate">{label}</span>
            {isOpen && isChanged && <ChangedDot />}
            <Icon name="chevron-down" size={14} />
          </button>
        </Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflow: 'auto' }}>
          {why && <Menu.Label>{why}</Menu.Label>}
          {withAll && (
            <Menu.RadioItem value="" checked={!current} closeMenuOnClick onChange={() => onOpen(undefined)}>
              {say('view.all')}
            </Menu.RadioItem>
          )}
          {offered.map(view => (
            <Menu.RadioItem
              key={view.id}
              value={view.id}
              checked={view === current}
              closeMenuOnClick
              rightSection={<Icon name={iconOf(view) ?? 'list'} size={15} />}
              onChange={() => onOpen(view)}
            >
              {view.name}
            </Menu.RadioItem>
          ))}
          {more.length > 0 && <Menu.Divider />}
          {more.map(({ icon: mark, label: text, run }) => (
            <Menu.Item key={text} leftSection={<Icon name={mark} size={15} />} onClick={run}>
              {text}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {current && menu}
    </div>
  )
}
