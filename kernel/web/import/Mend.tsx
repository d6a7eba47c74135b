import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Complaint } from '../screens/FieldsForm.tsx'
import { TroubleState } from '../ui/State.tsx'
import { useImportWords } from '../words/import/words.ts'
import type { StepProps } from './Import.tsx'
import { Foot } from './ImportFrame.tsx'
import { badRowsQuery, mendImport, step } from './imports.ts'
import { MendGrid } from './MendGrid.tsx'
import styles from './Preview.module.css'
import { useMends } from './use-mends.ts'

const route = getRouteApi('/shell/$plural/import/$id')

/** Wrong rows in a grid. Mended, they are tried again as an import of their own. */
export function Mend({ object, found }: StepProps) {
  const say = useImportWords()
  const navigate = route.useNavigate()
  const asked = useInfiniteQuery(badRowsQuery(found))
  const rows = asked.data?.pages.flatMap(page => page.rows)
  const mends = useMends(found.id)
  const trying = useMutation({
    mutationFn: async () => {
      const again = await mendImport(found.id, mends.rows)
      await step(again.id, 'check')
      return again
    },
    onSuccess: async ({ id }) => {
      await navigate({ to: '/$plural/import/$id', params: { plural: object.plural, id }, search: {} })
      mends.forget()
    },
  })
  if (asked.error && !rows) return <TroubleState error={asked.error} retry={() => void asked.refetch()} />
  return (
    <>
      <p className={styles.advice}>{say('import.mend.hint')}</p>
      {rows ? <MendGrid found={found} rows={rows} mends={mends} /> : <Skeleton height={240} radius="md" mt={16} />}
      {asked.hasNextPage && (
        <div className={styles.more}>
          <Button variant="default" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {say('list.more')}
          </Button>
        </div>
      )}
      {trying.error && <Complaint error={trying.error} />}
      <Foot>
        <span className={styles.mended} role="status">
          {say('import.mended', { count: mends.rows.length })}
        </span>
        <Button variant="default" onClick={() => void navigate({ search: ({ show }) => ({ show }) })}>
          {say('form.cancel')}
        </Button>
        <Button disabled={mends.rows.length === 0} loading={trying.isPending} onClick={() => trying.mutate()}>
          {say('import.try-again')}
        </Button>
      </Foot>
    </>
  )
}
