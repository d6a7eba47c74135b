import { Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './NameView.module.css'
import type { View } from './views.ts'

interface NameViewProps {
  readonly title: string
  readonly start: Pick<View, 'name' | 'icon'>
  readonly onDone: (name: string, icon: string | null) => void
  readonly onCancel: () => void
}

const icons = [
  ...(['star', 'flag', 'bell', 'clock', 'calendar', 'check', 'alert', 'pin', 'tag', 'user'] as const),
  ...(['users-group', 'building', 'handshake', 'phone', 'mail', 'send', 'file', 'home', 'world'] as const),
] as const satisfies readonly IconName[]

/** What a view is called, and by which mark one finds it. */
export function NameView({ title, start, onDone, onCancel }: NameViewProps) {
  const say = useListWords()
  const [name, setName] = useState(start.name)
  const [icon, setIcon] = useState(start.icon)
  const isGood = name.trim() !== ''
  return (
    <Dialog title={title} size={420} onClose={onCancel}>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (isGood) onDone(name.trim(), icon)
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
        <fieldset className={styles.icons}>
          <legend>{say('view.icon')}</legend>
          <Mark label={say('view.icon.none')} isChosen={!icon} onChoose={() => setIcon(null)} />
          {icons.map(each => (
            <Mark
              key={each}
              name={each}
              label={say(`view.icon.${each}`)}
              isChosen={icon === each}
              onChoose={() => setIcon(each)}
            />
          ))}
        </fieldset>
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

interface MarkProps {
  readonly name?: IconName
  readonly label: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

const Mark = ({ name, label, isChosen, onChoose }: MarkProps) => (
  <label className={styles.icon} title={label}>
    <input type="radio" name="icon" className="unseen" aria-label={label} checked={isChosen} onChange={onChoose} />
    {name ? <Icon name={name} /> : <span className={styles.none} />}
  </label>
)
