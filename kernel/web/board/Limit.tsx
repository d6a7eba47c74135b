import { Button, Group, NumberInput, Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useListWords } from '../words/list/words.ts'

interface LimitProps {
  readonly label: string
  readonly most: number | undefined
  readonly onChange: (most: number | undefined) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** How many should stand in a column at once. More are let in, and it is said. */
export default function Limit({ label, most, onChange, onClose, children }: LimitProps) {
  const say = useListWords()
  const [wanted, want] = useState<number | string>(most ?? '')
  const done = (value: number | string) => {
    onChange(Number(value) >= 1 ? Math.round(Number(value)) : undefined)
    onClose()
  }
  return (
    <Popover
      opened
      position="bottom-start"
      onChange={opened => !opened && onClose()}
      width={240}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 80 }}
    >
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown aria-label={`${say('board.limit')}: ${label}`}>
        <form
          onSubmit={event => {
            event.preventDefault()
            done(wanted)
          }}
        >
          <NumberInput
            label={say('board.limit')}
            description={say('board.limit.hint')}
            value={wanted}
            min={1}
            max={9999}
            allowDecimal={false}
            data-autofocus
            onChange={want}
          />
          <Group justify="flex-end" gap="xs" mt="sm">
            {most !== undefined && (
              <Button variant="default" onClick={() => done('')}>
                {say('board.limit.none')}
              </Button>
            )}
            <Button type="submit">{say('form.save')}</Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
