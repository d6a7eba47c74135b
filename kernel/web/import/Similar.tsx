import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { useImportWords } from '../words/import/words.ts'
import { type Detail, type Import, importQuery, planImport, step } from './imports.ts'
import styles from './Similar.module.css'

/** Beside a row that would be created: whom it looks like. */
export function Similar({
  object,
  similar,
}: {
  readonly object: DescribedObject
  readonly similar: NonNullable<Detail['similar']>
}) {
  const say = useImportWords()
  const title = similar.title || say('list.untitled')
  return (
    <ToRecord plural={object.plural} id={similar.id} className={styles.similar}>
      {say('import.similar', { title })}
    </ToRecord>
  )
}

/** Above them: to change what is there instead. */
export function SimilarAdvice({ found, rows }: { readonly found: Import; readonly rows: readonly Detail[] }) {
  const say = useImportWords()
  const queries = useQueryClient()
  const count = rows.filter(({ similar }) => similar).length
  const changing = useMutation({
    mutationFn: async () => {
      await planImport(found.id, { ...found.plan, alike: 'update' })
      return step(found.id, 'check')
    },
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: importQuery(found.id).queryKey }),
  })
  if (count === 0) return null
  return (
    <div className={styles.advice} role="status">
      <span className={styles.said}>{say('import.similar.some', { count })}</span>
      <Button variant="default" size="xs" loading={changing.isPending} onClick={() => changing.mutate()}>
        {say('import.similar.update')}
      </Button>
    </div>
  )
}
