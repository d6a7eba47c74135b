import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useChartWords } from '../words/charts/words.ts'

interface NameDialogProps {
  readonly title: string
  readonly start: string
  readonly onDone: (name: string) => void
  readonly onClose: () => void
}

export function NameDialog({ title, start, onDone, onClose }: NameDialogProps) {
  const say = useChartWords()
  const [name, setName] = useState(start)
  const isGood = name.trim() !== ''
  return (
    <Dialog title={title} size={420} onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (!isGood) return
          onDone(name.trim())
          onClose()
        }}
      >
        <TextInput
          label={say('dash.name')}
          value={name}
          maxLength={80}
          data-autofocus
          onChange={event => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={onClose}>
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
