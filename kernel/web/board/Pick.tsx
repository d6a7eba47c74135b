import { Button, Menu } from '@mantine/core'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'

interface PickProps {
  readonly label: string
  readonly icon: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string | undefined
  readonly onPick: (value: string) => void
}

/** A button that says what is chosen, and lets one choose something else. */
export function Pick({ label, icon, options, value, onPick }: PickProps) {
  const say = useListWords()
  const chosen = options.find(option => option.value === value)?.label
  return (
    <Menu position="bottom-start" width={230} transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <Button
          variant="default"
          h={30}
          px={10}
          maw={240}
          aria-label={say('board.chosen', { label, chosen: chosen ?? '' })}
          leftSection={<Icon name={icon} size={15} />}
          rightSection={<Icon name="chevron-down" size={14} />}
        >
          {chosen}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflow: 'auto' }}>
        <Menu.Label>{label}</Menu.Label>
        {options.map(option => (
          <Menu.RadioItem
            key={option.value}
            value={option.value}
            checked={option.value === value}
            closeMenuOnClick
            onChange={() => onPick(option.value)}
          >
            {option.label}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
