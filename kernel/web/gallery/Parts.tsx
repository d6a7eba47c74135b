import { Button } from '@mantine/core'
import { Trouble } from '../request.ts'
import { Chip, Chips, type Tone } from '../ui/Chip.tsx'
import { Icon, iconNames } from '../ui/Icon.tsx'
import { State, TroubleState } from '../ui/State.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import { Controls } from './Controls.tsx'
import styles from './Gallery.module.css'
import { Part } from './Part.tsx'
import { People } from './People.tsx'
import { colours } from './samples.ts'

const tones: readonly Tone[] = ['grey', 'blue', 'green', 'amber', 'red', 'violet', 'accent']

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
      <Controls />
      <Part title={say('gallery.chips')}>
        {tones.map(tone => (
          <Chip key={tone} tone={tone}>
            {tone}
          </Chip>
        ))}
        <span style={{ width: 160 }}>
          <Chip>{say('gallery.long')}</Chip>
        </span>
        <Chips>
          <Chip>{say('gallery.button.filled')}</Chip>
          <Chip tone="blue">{say('gallery.button.default')}</Chip>
        </Chips>
      </Part>
      <People />
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
        <State icon="user" title={say('list.empty')} hint={say('list.empty.read-only')}>
          <Button leftSection={<Icon name="plus" />}>{say('form.add')}</Button>
        </State>
        <TroubleState error={new Trouble(0, { code: 'offline' })} retry={() => {}} />
        <TroubleState error={refused} />
      </Part>
    </>
  )
}
