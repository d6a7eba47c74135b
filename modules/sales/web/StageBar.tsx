import { useMutation, useQuery } from '@tanstack/react-query'
import type { AnyRecord } from '#kernel/web/client.ts'
import { listOnce } from '#kernel/web/queries.ts'
import { useHere } from '#kernel/web/record/here.ts'
import { troubledFields } from '#kernel/web/schema/troubled-fields.ts'
import { useSchema } from '#kernel/web/schema/use-schema.ts'
import { troubleWords } from '#kernel/web/ui/State.tsx'
import styles from './StageBar.module.css'
import { useSalesWords } from './words/words.ts'

/** How far a deal has come, and where one moves it on. */
export default function StageBar() {
  const say = useSalesWords()
  const { object, record, mayEdit, save } = useHere()
  const stages = useStages(record.pipeline)
  const moving = useMutation({ mutationFn: (stage: string) => save(record, { stage }) })
  const place = stages.findIndex(({ id }) => id === record.stage)
  const stage = stages[place]
  if (!stage) return null
  const isOpen = record.status === 'open'
  return (
    <div className={styles.way} data-status={record.status}>
      <ol className={styles.stages} aria-label={say('stage.way')}>
        {stages.map(({ id, name }, at) => (
          <li key={id} data-passed={at <= place || undefined} aria-current={at === place ? 'step' : undefined}>
            <button
              type="button"
              title={String(name)}
              aria-label={at === place ? String(name) : say('stage.move', { stage: String(name) })}
              disabled={!isOpen || !mayEdit || at === place}
              onClick={() => moving.mutate(id)}
            />
          </li>
        ))}
      </ol>
      <p className={styles.at}>
        <bdi className="truncate" title={String(stage.name)}>
          {String(stage.name)}
        </bdi>{' '}
        <span className="whole">{say('stage.at', { place: place + 1, count: stages.length })}</span>
      </p>
      {moving.error && (
        <div role="alert" className={styles.refused}>
          {troubleWords(moving.error, say).title}
          <ul>
            {troubledFields(moving.error, object).map(label => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

const nothing: readonly AnyRecord[] = []

function useStages(pipeline: unknown): readonly AnyRecord[] {
  const stages = useSchema().byName('stage')
  const { data } = useQuery({
    ...listOnce(stages ?? { name: 'stage', plural: 'stages' }, { where: { pipeline }, sort: 'place', limit: 100 }),
    enabled: stages !== undefined && typeof pipeline === 'string',
  })
  return data?.rows ?? nothing
}
