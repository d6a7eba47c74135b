import { ActionIcon, Button, Progress, Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { Trouble } from '../request.ts'
import { Complaint } from '../screens/FieldsForm.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Chip, type Tone } from '../ui/Chip.tsx'
import { Icon, iconNames } from '../ui/Icon.tsx'
import { State, TroubleState } from '../ui/State.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import { Dialogs } from './Dialogs.tsx'
import styles from './Gallery.module.css'

const tones: readonly Tone[] = ['grey', 'blue', 'green', 'amber', 'red', 'violet', 'accent']
const colours = [
  'bg',
  'panel',
  'sunk',
  'line',
  'line-strong',
  'control',
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'accent-ink',
]
const people = ['Maya Chen', 'Tomasz Zieliński', 'مرحبا بالعالم', 'Ó', '李小龙', 'Jean-Luc Picard de la Barre']

/** What screens share. */
export function Parts() {
  const say = useGalleryWords()
  const refused = new Trouble(403, {
    code: 'forbidden',
    detail: say('gallery.troubled'),
    action: say('gallery.troubled.hint'),
  })
  return (
    <>
      <h2 className={styles.heading}>{say('gallery.parts')}</h2>
      <Part title={say('gallery.buttons')}>
        <Buttons />
      </Part>
      <Part title={say('gallery.dialogs')}>
        <Dialogs />
      </Part>
      <Part title={say('gallery.chips')}>
        {tones.map(tone => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
        <span style={{ width: 160 }}>
          <Chip>{say('gallery.long')}</Chip>
        </span>
      </Part>
      <Part title={say('gallery.avatars')}>
        {people.map((name, at) => (
          <Avatar key={name} name={name} size={22 + at * 6} />
        ))}
        <Avatar name="Atelier Brume" size={44} square />
      </Part>
      <Part title={say('gallery.icons')}>
        {iconNames.map(name => (
          <span key={name} title={name}>
            <Icon name={name} size={18} />
          </span>
        ))}
      </Part>
      <Part title={say('gallery.colours')}>
        {colours.map(name => (
          <span key={name} className={styles.colour}>
            <span className={styles.swatch} style={{ background: `var(--${name})` }} />
            {name}
          </span>
        ))}
      </Part>
      <Part title={say('gallery.type')}>
        <div className={styles.texts}>
          <strong className={styles.title}>{say('gallery.type.title')}</strong>
          <strong className={styles.name}>{say('gallery.type.section')}</strong>
          <span>{say('gallery.type.body')}</span>
          <span style={{ color: 'var(--ink-2)' }}>{say('gallery.type.second')}</span>
          <span style={{ color: 'var(--ink-3)' }}>{say('gallery.type.third')}</span>
        </div>
      </Part>
      <Part title={say('gallery.states')}>
        <State icon="user" title={say('list.empty')} hint={say('list.empty.hint')}>
          <Button leftSection={<Icon name="plus" />}>{say('form.add')}</Button>
        </State>
        <TroubleState error={new Trouble(0, { code: 'offline' })} retry={() => {}} />
        <TroubleState error={refused} />
      </Part>
      <Part title={say('gallery.loading')}>
        <div className={styles.texts} role="status" aria-label={say('gallery.loading')}>
          <Skeleton height={12} width="60%" radius="sm" />
          <Skeleton height={12} width="80%" radius="sm" />
          <Skeleton height={12} width="45%" radius="sm" />
        </div>
      </Part>
      <Part title={say('gallery.progress')}>
        <Progress value={42} color="var(--accent)" size={8} radius="xl" w="100%" aria-label={say('gallery.progress')} />
        <div className={styles.complaint}>
          <Complaint error={refused} />
        </div>
      </Part>
    </>
  )
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles.part}>
    <h3 className={styles.name}>{title}</h3>
    <div className={styles.shelf}>{children}</div>
  </div>
)

function Buttons() {
  const say = useGalleryWords()
  return (
    <>
      <Button>{say('gallery.button')}</Button>
      <Button variant="default">{say('gallery.button.default')}</Button>
      <Button variant="danger">{say('gallery.button.danger')}</Button>
      <Button variant="light">{say('gallery.button.light')}</Button>
      <Button variant="subtle">{say('gallery.button.subtle')}</Button>
      <Button leftSection={<Icon name="plus" />}>{say('form.add')}</Button>
      <Button loading aria-label={say('gallery.loading')}>
        {say('gallery.button')}
      </Button>
      <Button disabled>{say('gallery.button')}</Button>
      <ActionIcon variant="default" size={30} aria-label={say('record.more-actions')}>
        <Icon name="dots" />
      </ActionIcon>
    </>
  )
}
