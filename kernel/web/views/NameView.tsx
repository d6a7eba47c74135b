import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useListWords } from '../words/list/words.ts'

interface NameViewProps {
  readonly title: string
  readonly start: string
  readonly onDone: (name: string) => void
  readonly onCancel: () => void
}

export function NameView({ title, start, onDone, onCancel }: NameViewProps) {
  const say = useListWords()
  const [name, setName] = useState(start)
  const isGood = name.trim() !== ''
  return (
    <Dialog title={title} size={400} onClose={onCancel}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (isGood) onDone(name.trim())
        }}
      >
        <TextInput
          label={say('view.name')}
          description={say('view.name.hint')}
          value={name}
          maxLength={80}
          data-autofocus
          onChange={event => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onCancel}>
            {say('form.cancel')}
          </Button>
          <Button type="submit" disabled={!isGood}>
            {say('form.save')}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
