import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { RunProgress } from '../ui/RunProgress.tsx'
import { useOfferUndo, useTakeBack } from '../undo/use-undo.ts'
import { useDuplicateWords } from '../words/duplicates/words.ts'
import { beginMerging, beginScan, type DuplicateState, type Run, stopRun } from './duplicates.ts'
import styles from './Runs.module.css'

interface RunsProps {
  readonly object: DescribedObject
  readonly state: DuplicateState
}

/** Comparing everything and merging what is sure: begun here, watched and stopped. */
export function Runs({ object, state }: RunsProps) {
  const say = useDuplicateWords()
  const { administrator } = useSchema().person
  const [isAsking, setAsking] = useState(false)
  const begin = useStep(object)
  const running = [state.scan, state.merge].filter(run => run?.status === 'running')
  useEnd(object, state)
  if (running.length > 0) return running.map(run => run && <UnderWay key={run.id} object={object} run={run} />)
  const mayMerge = mayDo(object, 'edit') && mayDo(object, 'delete') && state.count > 0
  return (
    <div className={styles.bar}>
      <span className={styles.about}>
        {state.scan && state.scan.left_out > 0 && say('duplicates.crowded', { count: state.scan.left_out })}
      </span>
      {administrator && (
        <Button
          variant={state.scan ? 'default' : 'filled'}
          loading={begin.isPending}
          onClick={() => begin.mutate(() => beginScan(object))}
        >
          {say('duplicates.scan')}
        </Button>
      )}
      {mayMerge && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {say('duplicates.all')}
        </Button>
      )}
      {isAsking && (
        <Dialog title={say('duplicates.all.title')} size={480} onClose={() => setAsking(false)}>
          <p className={styles.hint}>{say('duplicates.all.hint', { sure: state.sure })}</p>
          <div className={styles.foot}>
            <Button variant="default" onClick={() => setAsking(false)}>
              {say('form.cancel')}
            </Button>
            <Button
              onClick={() => {
                setAsking(false)
                begin.mutate(() => beginMerging(object, state.sure))
              }}
            >
              {say('duplicates.merge')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  )
}

function UnderWay({ object, run }: { readonly object: DescribedObject; readonly run: Run }) {
  const say = useDuplicateWords()
  const { administrator } = useSchema().person
  const stop = useStep(object)
  const title = say(run.kind === 'scan' ? 'duplicates.scanning' : 'duplicates.merging', { label: object.label[1] })
  return (
    <section className={styles.run} aria-label={title}>
      <RunProgress
        title={title}
        share={run.share}
        secondsLeft={run.seconds_left}
        action={
          (run.own || administrator) && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={stop.isPending}
              onClick={() => stop.mutate(() => stopRun(object, run.id))}
            >
              {say('duplicates.stop')}
            </Button>
          )
        }
      >
        <span>{say('duplicates.progress', { done: run.done, total: run.total })}</span>
        <span>{say(run.kind === 'scan' ? 'duplicates.found' : 'duplicates.all.done', { count: run.found })}</span>
      </RunProgress>
    </section>
  )
}

function useStep(object: DescribedObject) {
  const say = useDuplicateWords()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (run: () => Promise<unknown>) => run(),
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: ['duplicates', object.name] }),
  })
}

/** What ends while one looks is shown at once, and may be taken back. */
function useEnd(object: DescribedObject, { scan, merge }: DuplicateState) {
  const say = useDuplicateWords()
  const queries = useQueryClient()
  const offer = useOfferUndo()
  const takeBack = useTakeBack()
  const statuses = `${scan?.id} ${scan?.status} ${merge?.id} ${merge?.status}`
  const [before, setBefore] = useState({ statuses, merge })
  const onChange = useEffectEvent(() => {
    if (before.statuses === statuses) return
    void queries.invalidateQueries({
      predicate: ({ queryKey }) =>
        queryKey[0] !== 'schema' && !(queryKey[0] === 'duplicates' && queryKey[2] === 'state'),
    })
    if (
      merge &&
      merge.status !== 'running' &&
      merge.found > 0 &&
      before.merge?.id === merge.id &&
      before.merge.status === 'running'
    )
      offer(
        say('duplicates.all.done', { count: merge.found }),
        say('undo.undo'),
        () => void takeBack({ batch: merge.batch }),
      )
    setBefore({ statuses, merge })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when one of them becomes another
  useEffect(() => onChange(), [statuses, object.name])
}
