import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { formatNumber } from '../ui/format.ts'
import { RunProgress } from '../ui/RunProgress.tsx'
import { useImportWords } from '../words/import/words.ts'
import { Counts } from './Counts.tsx'
import type { StepProps } from './Import.tsx'
import { importQuery, step } from './imports.ts'
import styles from './Progress.module.css'

/** While the server works: how far, how fast, how long still. */
export function Progress({ found }: StepProps) {
  const say = useImportWords()
  const locale = useLocale()
  const queries = useQueryClient()
  const cancelling = useMutation({
    mutationFn: () => step(found.id, 'cancel'),
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: importQuery(found.id).queryKey }),
  })
  const isReverting = found.status === 'reverting'
  const isCounting = !isReverting && found.rows > 0
  const title = say(`import.now.${found.status as 'checking' | 'running' | 'reverting'}`)
  return (
    <section className={styles.progress} aria-label={title}>
      <RunProgress
        title={title}
        share={isReverting ? null : found.share}
        secondsLeft={found.rows > 0 ? found.seconds_left : null}
        action={!isReverting && <span className={styles.percent}>{`${Math.floor(found.share * 100)}\u202F%`}</span>}
      >
        {!isReverting && <span>{say('import.rows', { count: found.rows })}</span>}
        {isCounting && found.rate !== null && (
          <span>{say('import.rate', { rate: formatNumber(found.rate, locale) })}</span>
        )}
      </RunProgress>
      {!isReverting && <Counts found={found} />}
      <div className={styles.foot}>
        <span className={styles.hint}>{say('import.leave')}</span>
        {!isReverting && (
          <Button variant="default" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>
            {say('form.cancel')}
          </Button>
        )}
      </div>
    </section>
  )
}
