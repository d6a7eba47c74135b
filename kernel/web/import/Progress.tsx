import { Progress as Bar, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocale } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { formatNumber } from '../ui/format.ts'
import { useImportWords } from '../words/import/words.ts'
import { Counts } from './Counts.tsx'
import type { StepProps } from './Import.tsx'
import { importQuery, step } from './imports.ts'
import styles from './Progress.module.css'
import { timeLeft } from './time-left.ts'

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
  const now = say(`import.now.${found.status as 'checking' | 'running' | 'reverting'}`)
  const percent = Math.floor(found.share * 100)
  return (
    <section className={styles.progress} aria-labelledby="progress">
      <div className={styles.line}>
        <h2 id="progress" className={styles.title}>
          {now}
        </h2>
        {!isReverting && <span className={styles.percent}>{`${percent}\u202F%`}</span>}
      </div>
      <Bar
        value={isReverting ? 100 : Math.max(percent, 1)}
        animated={isReverting || percent === 0}
        color="var(--accent)"
        size={8}
        radius="xl"
        aria-label={now}
        transitionDuration={300}
      />
      <p className={styles.rate} role="status">
        {[
          !isReverting && say('import.rows', { count: found.rows }),
          found.rate !== null &&
            found.rows > 0 &&
            !isReverting &&
            say('import.rate', { rate: formatNumber(found.rate, locale) }),
          found.seconds_left !== null && found.rows > 0 && timeLeft(found.seconds_left, locale.language),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
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
