import { Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Chart } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { type Tile, type TileKind, tileKinds, tileLimits } from '../../schema/tile.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useChartWords } from '../words/charts/words.ts'
import { DivideBy } from './DivideBy.tsx'
import { newId } from './dashboards.ts'
import { MeasureInput } from './MeasureInput.tsx'
import { fitted } from './measures.ts'
import { PeriodOf } from './PeriodOf.tsx'
import { RecordsOf } from './RecordsOf.tsx'
import { TileBody } from './TileBody.tsx'
import styles from './TileEditor.module.css'
import { useTileName } from './tile-name.ts'

interface TileEditorProps {
  /** Without it, a new one. */
  readonly tile?: Pick<Tile, 'chart' | 'kind'> & Partial<Tile>
  readonly title?: string
  readonly submit?: string
  readonly onDone: (tile: Tile) => unknown
  readonly onClose: () => void
  /** Above the buttons. */
  readonly children?: React.ReactNode
}

const icons: Readonly<Record<TileKind, string>> = {
  number: 'digits',
  bar: 'chart',
  line: 'chart-line',
  donut: 'chart-ring',
  funnel: 'funnel',
  table: 'table',
}

/** What is counted, of which records, and how it is shown; beside it, how it looks. */
export default function TileEditor({ tile, title, submit, onDone, onClose, children }: TileEditorProps) {
  const say = useChartWords()
  const { objects, byName } = useSchema()
  const nameOf = useTileName()
  const [draft, setDraft] = useState(() => tile ?? startOf(objects))
  const [shown] = useDebouncedValue(draft, 150)
  const object = byName(draft.chart.object)
  if (!object) return null
  const change = (chart: Chart) => setDraft({ ...draft, chart: fitted(chart, object, draft.kind) })
  const show = (kind: TileKind) => setDraft({ ...draft, kind, chart: fitted(draft.chart, object, kind) })
  const done = async () => {
    const name = draft.title?.trim()
    const { title: _, ...rest } = draft
    const size = tile?.kind === draft.kind ? {} : sizes[draft.kind]
    onClose()
    await onDone({ id: newId(), ...sizes[draft.kind], ...rest, ...size, ...(name ? { title: name } : {}) })
  }
  return (
    <Dialog title={title ?? (tile ? nameOf(draft) : say('tile.new'))} size={920} onClose={onClose}>
      <form
        className={styles.editor}
        onSubmit={event => {
          event.preventDefault()
          void done()
        }}
      >
        <div className={styles.form}>
          <RecordsOf
            chart={draft.chart}
            onChange={chart => setDraft({ ...draft, chart: refitted(chart, draft, byName) })}
          />
          <MeasureInput object={object} chart={draft.chart} onChange={change} />
          <div>
            <div className={styles.label} id="tile-kind">
              {say('tile.kind')}
            </div>
            <SegmentedControl
              fullWidth
              aria-labelledby="tile-kind"
              value={draft.kind}
              onChange={kind => show(kind as TileKind)}
              data={tileKinds.map(kind => ({
                value: kind,
                label: (
                  <span className={styles.kind} title={say(`kind.${kind}`)}>
                    <Icon name={icons[kind]} />
                    <span className="unseen">{say(`kind.${kind}`)}</span>
                  </span>
                ),
              }))}
            />
          </div>
          <DivideBy object={object} chart={draft.chart} kind={draft.kind} onChange={change} />
          <PeriodOf object={object} chart={draft.chart} kind={draft.kind} onChange={change} />
          <TextInput
            label={say('tile.title')}
            placeholder={nameOf({ chart: draft.chart })}
            maxLength={tileLimits.title}
            value={draft.title ?? ''}
            onChange={event => setDraft({ ...draft, title: event.currentTarget.value })}
          />
          {children}
        </div>
        <section className={styles.preview} aria-label={say('tile.preview')}>
          <h3 className={styles.heading}>{nameOf(draft)}</h3>
          <TileBody tile={shown} name={nameOf(draft)} object={byName(shown.chart.object)} isPreview />
        </section>
        <Group justify="flex-end" gap="xs" className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {say('form.cancel')}
          </Button>
          <Button type="submit">{submit ?? say(tile ? 'tile.apply' : 'tile.save')}</Button>
        </Group>
      </form>
    </Dialog>
  )
}

/** How large a tile of each kind begins. */
const sizes: Readonly<Record<TileKind, Pick<Tile, 'width' | 'height'>>> = {
  number: { width: 3, height: 2 },
  bar: { width: 6, height: 5 },
  line: { width: 6, height: 5 },
  donut: { width: 6, height: 5 },
  funnel: { width: 6, height: 5 },
  table: { width: 6, height: 5 },
}

type Draft = Pick<Tile, 'chart' | 'kind'> & Partial<Tile>

function startOf(objects: readonly DescribedObject[]): Draft {
  const first = objects.find(({ part, area }) => !part && area !== 'administration') ?? objects[0]
  return { kind: 'bar', chart: first ? fitted({ object: first.name }, first, 'bar') : { object: '' } }
}

/** Of another object, what was divided by is not there. */
function refitted(chart: Chart, { kind }: Draft, byName: (name: string) => DescribedObject | undefined): Chart {
  const object = byName(chart.object)
  return object ? fitted(chart, object, kind) : chart
}
