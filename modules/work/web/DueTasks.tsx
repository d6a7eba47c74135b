import { Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { DescribedObject } from '#kernel/schema/described.ts'
import type { AnyRecord, Page } from '#kernel/web/client.ts'
import { useCommands } from '#kernel/web/commands/registry.ts'
import { forget, recordsOf } from '#kernel/web/queries.ts'
import { useSchema } from '#kernel/web/schema/use-schema.ts'
import { announceTrouble } from '#kernel/web/ui/announce.tsx'
import { titleOf } from '#kernel/web/ui/titles.ts'
import { useDone } from '#kernel/web/undo/use-undo.ts'
import { NothingDue } from './NothingDue.tsx'
import { TaskLine } from './TaskLine.tsx'
import styles from './Today.module.css'
import { laterDays, laterQuery } from './today.ts'
import { useWorkWords } from './words/words.ts'

interface DueTasksProps {
  readonly task: DescribedObject
  readonly today: string
  readonly page: Page<AnyRecord> | undefined
}

/** A queue: what is done or put off goes at once, and the hand is on the next. */
export function DueTasks({ task, today, page }: DueTasksProps) {
  const say = useWorkWords()
  const { person } = useSchema()
  const navigate = useNavigate()
  const [at, setAt] = useState(0)
  const { gone, finish, putOff } = useWorking(task)
  const rows = (page?.rows ?? []).filter(({ id }) => !gone.has(id))
  const { data: later } = useQuery({ ...laterQuery(task, person.id, today), enabled: page !== undefined })
  const place = Math.min(at, rows.length - 1)
  const chosen = rows[place]
  const list = useRef<HTMLDivElement>(null)
  const wasKey = useRef(false)
  useEffect(() => {
    if (wasKey.current && chosen) list.current?.querySelector<HTMLElement>(`[data-id="${chosen.id}"] a`)?.focus()
    wasKey.current = false
  }, [chosen])
  const byKey = (run: () => void) => () => {
    wasKey.current = true
    run()
  }
  const days = laterDays(today)
  useCommands([
    {
      id: 'today-next',
      label: say('today.next'),
      keys: 'j',
      run: byKey(() => setAt(Math.min(place + 1, rows.length - 1))),
    },
    { id: 'today-before', label: say('today.before'), keys: 'k', run: byKey(() => setAt(Math.max(place - 1, 0))) },
    ...(chosen
      ? [
          { id: 'today-done', label: say('today.done'), icon: 'check', keys: 'd', run: byKey(() => finish(chosen)) },
          {
            id: 'today-tomorrow',
            label: say('today.put-off.tomorrow'),
            icon: 'clock',
            keys: 's',
            run: byKey(() => putOff(chosen, days.tomorrow)),
          },
          {
            id: 'today-monday',
            label: say('today.put-off.monday'),
            icon: 'clock',
            keys: 'w',
            run: byKey(() => putOff(chosen, days.monday)),
          },
          {
            id: 'today-open',
            label: titleOf(task, chosen),
            icon: 'arrow-right',
            keys: 'o',
            run: () => void navigate({ to: '/$plural/$id', params: { plural: task.plural, id: chosen.id } }),
          },
        ]
      : []),
  ])
  if (!page)
    return (
      <section className={styles.card} aria-busy>
        {[1, 2, 3].map(line => (
          <Skeleton key={line} height={20} m={16} radius="sm" />
        ))}
      </section>
    )
  const groups = [
    { name: 'overdue', rows: rows.filter(row => String(row.due_date) < today) },
    { name: 'due', rows: rows.filter(row => String(row.due_date) === today) },
  ] as const
  const more = (page.count ?? 0) - page.rows.length
  return (
    <div ref={list} className={styles.queue}>
      {rows.length === 0 && <NothingDue task={task} />}
      {groups
        .filter(group => group.rows.length > 0)
        .map(group => (
          <section key={group.name} className={styles.card} aria-labelledby={`today-${group.name}`}>
            <h2 id={`today-${group.name}`} className={styles.heading} data-group={group.name}>
              {say(`today.${group.name}`)} <span className={styles.count}>{group.rows.length}</span>
            </h2>
            <ul className={styles.lines}>
              {group.rows.map(row => (
                <TaskLine
                  key={row.id}
                  task={task}
                  row={row}
                  included={page.included ?? {}}
                  isChosen={row === chosen}
                  days={days}
                  onChoose={() => setAt(rows.indexOf(row))}
                  onFinish={() => finish(row)}
                  onPutOff={day => putOff(row, day)}
                />
              ))}
            </ul>
          </section>
        ))}
      {more > 0 && <p className={styles.more}>{say('today.more', { count: more })}</p>}
      {rows.length > 0 && <p className={styles.keys}>{say('today.keys')}</p>}
      {rows.length === 0 && (later?.rows.length ?? 0) > 0 && (
        <section className={styles.card} aria-labelledby="today-later">
          <h2 id="today-later" className={styles.heading}>
            {say('today.later')}
          </h2>
          <ul className={styles.lines}>
            {later?.rows.map(row => (
              <TaskLine
                key={row.id}
                task={task}
                row={row}
                included={later.included ?? {}}
                days={days}
                onFinish={() => finish(row)}
                onPutOff={day => putOff(row, day)}
              />
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** What was done shows before the server answers, and is back with the reason when it refuses. */
function useWorking(task: DescribedObject) {
  const say = useWorkWords()
  const queries = useQueryClient()
  const done = useDone()
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const without = (id: string) => (before: ReadonlySet<string>) => new Set([...before].filter(other => other !== id))
  const acting = useMutation({
    mutationFn: ({ row, action, input }: Doing) => recordsOf(task).act(row.id, action, input),
    onMutate: ({ row }) => setGone(before => new Set([...before, row.id])),
    onSuccess: (answer, { said }) => done(said, answer),
    onError: error => announceTrouble(error, say),
    onSettled: async (_answer, _error, { row }) => {
      await forget(queries, task.name)
      setGone(without(row.id))
    },
  })
  const title = (row: AnyRecord) => titleOf(task, row) || say('list.untitled')
  return {
    gone,
    finish: (row: AnyRecord) =>
      acting.mutate({ row, action: 'finish', input: {}, said: say('today.finished', { title: title(row) }) }),
    putOff: (row: AnyRecord, until: string) =>
      acting.mutate({ row, action: 'put_off', input: { until }, said: say('today.put-off', { title: title(row) }) }),
  }
}

interface Doing {
  readonly row: AnyRecord
  readonly action: string
  readonly input: object
  readonly said: string
}
