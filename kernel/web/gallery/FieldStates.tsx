import { Skeleton } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { DescribedField } from '../../schema/described.ts'
import type { FieldTypeName } from '../../schema/field.ts'
import { FieldInput } from '../ui/FieldInput.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { useGalleryWords } from '../words/gallery/words.ts'
import styles from './Gallery.module.css'
import { includedFor, type Sample, samplesOf } from './samples.ts'

/** Every type of field in every state. */
export function FieldStates() {
  const say = useGalleryWords()
  const samples = samplesOf(say('gallery.long'), say('gallery.rtl'))
  return (
    <>
      <h2 className={styles.heading}>{say('gallery.fields')}</h2>
      {(Object.keys(samples) as FieldTypeName[]).map(type => (
        <States key={type} type={type} sample={samples[type] as Sample<FieldTypeName>} />
      ))}
    </>
  )
}

interface StatesProps {
  readonly type: FieldTypeName
  readonly sample: Sample<FieldTypeName>
}

function States({ type, sample: { field, value, long, rtl } }: StatesProps) {
  const say = useGalleryWords()
  const described = { ...field, type, name: type, label: type } as DescribedField
  const id = useId()
  const included = includedFor(say('gallery.long'), say('gallery.rtl'))
  const shown = (content: unknown, place: 'row' | 'fact') => (
    <FieldValue field={described} value={content} included={included} place={place} />
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of examples, and not of what is filled in
    <div className={styles.type} role="group" aria-labelledby={id} data-type={type}>
      <h3 id={id} className={styles.name}>
        {type}
      </h3>
      <div className={styles.states}>
        <Shown label={say('gallery.state.row')} line>
          {shown(value, 'row')}
        </Shown>
        <Shown label={say('gallery.state.fact')}>{shown(value, 'fact')}</Shown>
        <Shown label={say('gallery.state.empty')}>{shown(null, 'row')}</Shown>
        {long !== undefined && (
          <Shown label={say('gallery.state.long')} line>
            {shown(long, 'row')}
          </Shown>
        )}
        {long !== undefined && <Shown label={say('gallery.state.long')}>{shown(long, 'fact')}</Shown>}
        {rtl !== undefined && <Shown label={say('gallery.state.rtl')}>{shown(rtl, 'fact')}</Shown>}
        <Edited
          label={say('gallery.state.editing')}
          field={{ ...described, help: say('gallery.help') }}
          start={value}
        />
        <Edited label={say('gallery.state.blank')} field={{ ...described, required: true }} start={null} />
        <Edited label={say('gallery.state.refused')} field={described} start={value} error={say('gallery.error')} />
        <Edited label={say('gallery.state.readonly')} field={{ ...described, readonly: true }} start={value} />
        <fieldset className={styles.disabled} disabled>
          <Edited label={say('gallery.state.disabled')} field={described} start={value} />
        </fieldset>
        <Shown label={say('gallery.state.loading')}>
          <Skeleton height={12} width="70%" radius="sm" my={4} />
        </Shown>
      </div>
    </div>
  )
}

interface ShownProps {
  readonly label: string
  readonly children: ReactNode
  /** As narrow and as low as in a table. */
  readonly line?: boolean
}

const Shown = ({ label, children, line = false }: ShownProps) => (
  <div className={styles.state} data-state={label}>
    <span className={styles.label}>{label}</span>
    <div className={line ? styles.line : styles.fact}>{children}</div>
  </div>
)

interface EditedProps {
  readonly label: string
  readonly field: DescribedField
  readonly start: unknown
  readonly error?: string
}

function Edited({ label, field, start, error }: EditedProps) {
  const say = useGalleryWords()
  const [value, setValue] = useState(start)
  return (
    <div className={styles.state} data-state={label}>
      <FieldInput
        field={{ ...field, label }}
        value={value}
        onChange={setValue}
        included={includedFor(say('gallery.long'), say('gallery.rtl'))}
        error={error}
      />
    </div>
  )
}
