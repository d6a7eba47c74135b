import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { Trouble } from '../request.ts'
import { useOfferUndo, useTakeBack } from '../undo/use-undo.ts'
import { useListWords } from '../words/list/words.ts'
import { RunCard } from './RunCard.tsx'
import styles from './RunCards.module.css'
import { outcomeOf } from './run-words.ts'
import { type Run, runQuery, unwatch } from './runs.ts'

/** Each with its progress while it goes on, and with what was refused once it is over. */
export default function RunCards({ ids }: { readonly ids: readonly string[] }) {
  const say = useListWords()
  return (
    <section className={styles.runs} aria-label={say('bulk.runs')}>
      {ids.map(id => (
        <Watched key={id} id={id} />
      ))}
    </section>
  )
}

/** What is over within a moment only says so. */
const moment = 700

function Watched({ id }: { readonly id: string }) {
  const say = useListWords()
  const queries = useQueryClient()
  const offer = useOfferUndo()
  const takeBack = useTakeBack()
  const { data: run, error } = useQuery(runQuery(id))
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), moment)
    return () => clearTimeout(timer)
  }, [])

  const undo = ({ batch }: Run) => {
    unwatch(id)
    void takeBack({ batch })
  }
  const onEnd = useEffectEvent((ended: Run) => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'bulk' })
    if (!isPlain(ended)) return
    const isUndo = ended.verb === 'undo'
    offer(outcomeOf(ended, say), say(isUndo ? 'undo.redo' : 'undo.undo'), () => undo(ended))
    unwatch(id)
  })
  const status = run?.status
  useEffect(() => {
    if (run && status !== 'running') onEnd(run)
  }, [status, run])
  useEffect(() => {
    if (error instanceof Trouble && error.status === 404) unwatch(id)
  }, [error, id])

  if (!run || isPlain(run) || (run.status === 'running' && !isLong)) return null
  return <RunCard run={run} onUndo={() => undo(run)} onClose={() => unwatch(id)} />
}

/** Over, and nothing more to say than how many. */
const isPlain = ({ status, refused, changed }: Run) => status === 'done' && refused === 0 && changed > 0
