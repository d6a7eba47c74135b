import { Button, CloseButton } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { useCommand } from '../commands/registry.ts'
import { useSchema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RunProgress } from '../ui/RunProgress.tsx'
import { useListWords } from '../words/list/words.ts'
import styles from './RunCards.module.css'
import { outcomeOf, workOf } from './run-words.ts'
import { cancelRun, type Reason, type Run, runQuery } from './runs.ts'

interface RunCardProps {
  readonly run: Run
  readonly onUndo: () => void
  readonly onClose: () => void
}

export function RunCard({ run, onUndo, onClose }: RunCardProps) {
  const object = useSchema().byName(run.object)
  return (
    <article className={styles.card} data-status={run.status}>
      {run.status === 'running' ? (
        <UnderWay run={run} label={object?.label[1] ?? ''} />
      ) : (
        <Over run={run} object={object} onUndo={onUndo} onClose={onClose} />
      )}
    </article>
  )
}

function UnderWay({ run, label }: Pick<RunCardProps, 'run'> & { readonly label: string }) {
  const say = useListWords()
  const queries = useQueryClient()
  const cancelling = useMutation({
    mutationFn: () => cancelRun(run.id),
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: runQuery(run.id).queryKey }),
  })
  useCommand({ id: 'bulk.cancel', label: say('bulk.cancel'), group: 'here', run: () => cancelling.mutate() })
  return (
    <RunProgress
      title={workOf(run, label, say)}
      share={run.share}
      secondsLeft={run.seconds_left}
      action={
        <Button variant="subtle" size="compact-sm" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
          {say('form.cancel')}
        </Button>
      }
    >
      <span>{say('bulk.progress', { done: run.done, total: run.total })}</span>
      {run.refused > 0 && <span className={styles.refused}>{say('bulk.refused', { count: run.refused })}</span>}
    </RunProgress>
  )
}

function Over({ run, object, onUndo, onClose }: RunCardProps & { readonly object: DescribedObject | undefined }) {
  const say = useListWords()
  return (
    <div role="status">
      <div className={styles.line}>
        <h2 className={styles.title}>
          <Icon name={run.status === 'done' && run.refused === 0 ? 'check' : 'alert'} size={16} />
          {outcomeOf(run, say)}
        </h2>
        <CloseButton size="sm" aria-label={say('shell.close')} onClick={onClose} />
      </div>
      {run.reasons.length > 0 && (
        <ul className={styles.reasons}>
          {run.reasons.map(reason => (
            <Why key={reason.message} reason={reason} object={object} />
          ))}
        </ul>
      )}
      {run.changed > 0 && (
        <Button variant="default" size="xs" onClick={onUndo}>
          {say(run.verb === 'undo' ? 'undo.redo' : 'undo.undo')}
        </Button>
      )}
    </div>
  )
}

function Why({ reason, object }: { readonly reason: Reason; readonly object: DescribedObject | undefined }) {
  const say = useListWords()
  return (
    <li className={styles.reason}>
      <span className={styles.why}>{reason.message}</span>
      {object && reason.ids.length > 0 ? (
        <Link
          to="/$plural"
          params={{ plural: object.plural }}
          search={{ where: { id: { in: [...reason.ids] } } }}
          className={styles.show}
        >
          {say('bulk.show', { count: reason.count })}
        </Link>
      ) : (
        <span className={styles.number}>{say('bulk.refused', { count: reason.count })}</span>
      )}
    </li>
  )
}
