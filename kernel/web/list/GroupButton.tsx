import { Button, Menu } from '@mantine/core'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { groupFields } from './groups.ts'
import bar from './ImportLink.module.css'

interface GroupButtonProps {
  readonly object: DescribedObject
  readonly group: string | undefined
  readonly onChange: (group: string | undefined) => void
}

/** By which field the rows stand together. */
export function GroupButton({ object, group, onChange }: GroupButtonProps) {
  const say = useWords()
  const fields = groupFields(object)
  const label = group && fieldOf(object, group)?.label
  if (fields.length === 0) return null
  return (
    <Menu position="bottom-end" width={220} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button
          variant="subtle"
          h={30}
          px={10}
          className={bar.button}
          leftSection={<Icon name="list-group" />}
          title={say('group.by')}
          aria-label={label ? `${say('group.by')}: ${label}` : say('group.by')}
        >
          <span className={bar.word}>{label ?? say('group.by')}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <Menu.Label>{say('group.by')}</Menu.Label>
        <Menu.RadioItem value="" checked={group === undefined} closeMenuOnClick onChange={() => onChange(undefined)}>
          {say('group.none')}
        </Menu.RadioItem>
        {fields.map(field => (
          <Menu.RadioItem
            key={field.name}
            value={field.name}
            checked={field.name === group}
            closeMenuOnClick
            onChange={() => onChange(field.name)}
          >
            {field.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
