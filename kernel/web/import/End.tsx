import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useImportWords } from '../words/import/words.ts'
import { Counts } from './Counts.tsx'
import styles from './End.module.css'
import type { StepProps } from './Import.tsx'
import { type Import, importQuery, problemsAddress, step } from './imports.ts'
import { useStart } from './Preview.tsx'

const icons = { done: 'check', cancelled: 'alert', failed: 'alert', reverted: 'undo' } as const
type Ended = keyof typeof icons

/** What came of it, and what can be done now. */
export function End({ object, found }: StepProps) {
  const say = useImportWords()
  const status = found.status as Ended
  return (
    <>
      <section className={styles.end} data-status={status} aria-labelledby="end">
        <span className={styles.mark}>
          <Icon name={icons[status]} size={20} />
        </span>
        <div className={styles.text}>
          <h2 id="end" className={styles.title}>
            {say(`import.end.${status}`)}
          </h2>
          <p className={styles.hint}>{found.problem?.message ?? hintOf(found, say)}</p>
        </div>
        <Next object={object} found={found} />
      </section>
      <Counts found={found} />
      {found.failed > 0 && status !== 'reverted' && <Wrong object={object} found={found} />}
    </>
  )
}

function hintOf({ status, rows, reverted }: Import, say: ReturnType<typeof useImportWords>) {
  if (status !== 'reverted') return say('import.rows', { count: rows })
  const undone = say('import.undone', { count: reverted?.undone ?? 0 })
  return reverted?.kept ? `${undone} ${say('import.kept', { count: reverted.kept })}` : undone
}

function Next({ object, found }: StepProps) {
  const say = useImportWords()
  const [asks, setAsks] = useState(false)
  const starting = useStart(found.id)
  const canGoOn = found.status === 'cancelled' || found.status === 'failed'
  return (
    <div className={styles.next}>
      {found.status === 'reverted' ? (
        <Button
          variant="default"
          renderRoot={props => <Link {...props} to="/$plural/import" params={{ plural: object.plural }} />}
        >
          {say('import.another')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<Icon name="undo" />} onClick={() => setAsks(true)}>
          {say('import.revert')}
        </Button>
      )}
      {canGoOn && (
        <Button variant="default" loading={starting.isPending} onClick={() => starting.mutate()}>
          {say('import.go-on')}
        </Button>
      )}
      <Button renderRoot={props => <Link {...props} to="/$plural" params={{ plural: object.plural }} />}>
        {say('import.open-list', { label: object.label[1] })}
      </Button>
      {asks && <RevertDialog object={object} found={found} onClose={() => setAsks(false)} />}
    </div>
  )
}

function RevertDialog({ found, onClose }: StepProps & { readonly onClose: () => void }) {
  const say = useImportWords()
  const queries = useQueryClient()
  const reverting = useMutation({
    mutationFn: () => step(found.id, 'revert'),
    onError: error => announceTrouble(error, say),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: importQuery(found.id).queryKey })
      onClose()
    },
  })
  return (
    <Dialog title={say('import.revert.sure')} onClose={onClose} size={440}>
      <p style={{ margin: '0 0 20px' }}>{say('import.revert.hint')}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {say('form.cancel')}
        </Button>
        <Button variant="danger" loading={reverting.isPending} onClick={() => reverting.mutate()} data-autofocus>
          {say('import.revert')}
        </Button>
      </div>
    </Dialog>
  )
}

function Wrong({ object, found }: { readonly object: DescribedObject; readonly found: Import }) {
  const say = useImportWords()
  return (
    <section className={styles.wrong} aria-labelledby="wrong">
      <div className={styles.text}>
        <h2 id="wrong" className={styles.title}>
          {say('import.wrong', { count: found.failed })}
        </h2>
        <p className={styles.hint}>{say('import.wrong.hint')}</p>
      </div>
      <div className={styles.next}>
        <Button variant="default" renderRoot={props => <a {...props} href={problemsAddress(found.id)} download />}>
          {say('import.wrong.download')}
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="pencil" />}
          renderRoot={props => (
            <Link
              {...props}
              to="/$plural/import/$id"
              params={{ plural: object.plural, id: found.id }}
              search={{ step: 'mend' }}
            />
          )}
        >
          {say('import.mend')}
        </Button>
      </div>
    </section>
  )
}
