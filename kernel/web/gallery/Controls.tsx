import { ActionIcon, Button, Checkbox, Radio, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { Keys } from '../commands/Keys.tsx'
import { Trouble } from '../request.ts'
import { Complaint } from '../screens/FieldsForm.tsx'
import { DecimalInput } from '../ui/DecimalInput.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RecordPicker, RecordsPicker } from '../ui/RecordPicker.tsx'
import { RunProgress } from '../ui/RunProgress.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import styles from './Gallery.module.css'
import { Part } from './Part.tsx'

/** What is pressed and written in, and what moves meanwhile. */
export function Controls() {
  const say = useGalleryWords()
  const refused = new Trouble(403, {
    code: 'forbidden',
    detail: say('gallery.troubled'),
    action: say('gallery.troubled.hint'),
  })
  return (
    <>
      <Part title={say('gallery.buttons')}>
        <Buttons />
      </Part>
      <Part title={say('gallery.controls')}>
        <Boxes />
        <Pickers />
      </Part>
      <Part title={say('gallery.loading')}>
        <div className={styles.texts} role="status" aria-label={say('gallery.loading')}>
          <Skeleton height={12} width="60%" radius="sm" />
          <Skeleton height={12} width="80%" radius="sm" />
          <Skeleton height={12} width="45%" radius="sm" />
        </div>
        <div className={styles.whole}>
          <RunProgress title={say('gallery.progress')} share={0.42} secondsLeft={90}>
            <span>42 / 100</span>
          </RunProgress>
        </div>
        <div className={styles.whole}>
          <Complaint error={refused} />
        </div>
      </Part>
    </>
  )
}

const variants = ['filled', 'default', 'danger', 'light', 'subtle'] as const

function Buttons() {
  const say = useGalleryWords()
  return (
    <>
      {variants.map(variant => (
        <Button key={variant} variant={variant}>
          {say(`gallery.button.${variant}`)}
        </Button>
      ))}
      <Button leftSection={<Icon name="plus" />}>{say('form.add')}</Button>
      <Button loading aria-label={say('gallery.loading')}>
        {say('gallery.button.filled')}
      </Button>
      {variants.map(variant => (
        <Button key={variant} variant={variant} disabled>
          {say(`gallery.button.${variant}`)}
        </Button>
      ))}
      <ActionIcon variant="default" size={30} aria-label={say('record.more-actions')}>
        <Icon name="dots" />
      </ActionIcon>
      <ActionIcon variant="subtle" size={30} aria-label={say('record.more-actions')}>
        <Icon name="dots" />
      </ActionIcon>
      <ActionIcon variant="default" size={30} disabled aria-label={say('record.more-actions')}>
        <Icon name="dots" />
      </ActionIcon>
      <Keys keys="mod+k" />
      <Keys keys="g c" />
    </>
  )
}

function Boxes() {
  const say = useGalleryWords()
  return (
    <>
      <Checkbox label={say('gallery.box.off')} />
      <Checkbox label={say('gallery.box.on')} defaultChecked />
      <Checkbox label={say('gallery.box.some')} indeterminate readOnly />
      <Checkbox label={say('gallery.state.disabled')} disabled />
      <Checkbox label={say('gallery.state.disabled')} disabled defaultChecked />
      <Radio size="xs" label={say('gallery.box.off')} value="off" />
      <Radio size="xs" label={say('gallery.box.on')} value="on" checked readOnly />
      <Radio size="xs" label={say('gallery.state.disabled')} value="disabled" disabled />
    </>
  )
}

/** The boxes that types of fields share. */
function Pickers() {
  const say = useGalleryWords()
  const [id, choose] = useState<string | null>(null)
  const [ids, chooseAll] = useState<readonly string[]>([])
  const [digits, setDigits] = useState('1284.5')
  const control = (name: string, label: string) => ({ name, label, withAsterisk: false })
  return (
    <div className={styles.states}>
      <RecordPicker
        objects={['user']}
        included={{}}
        value={id}
        onChange={choose}
        control={control('one', say('gallery.picker.one'))}
      />
      <RecordsPicker
        objects={['user', 'team']}
        included={{}}
        value={ids}
        onChange={chooseAll}
        control={control('many', say('gallery.picker.many'))}
      />
      <DecimalInput label={say('gallery.decimal')} value={digits} onChange={setDigits} />
    </div>
  )
}
