import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { announceTrouble } from '../ui/announce.tsx'
import { useImportWords } from '../words/import/words.ts'
import { Counts, fates } from './Counts.tsx'
import { Diff } from './Diff.tsx'
import type { StepProps } from './Import.tsx'
import { Foot } from './ImportFrame.tsx'
import { importQuery, problemsAddress, step } from './imports.ts'
import styles from './Preview.module.css'
import { WrongRows } from './WrongRows.tsx'

const route = getRouteApi('/shell/$plural/import/$id')

/** The dry run as a diff: nothing is written yet. */
export function Preview({ object, found }: StepProps) {
  const say = useImportWords()
  const navigate = route.useNavigate()
  const { show } = route.useSearch()
  const starting = useStart(found.id)
  const taken = found.created + found.updated
  const shown = fates.find(fate => fate === show && found[fate] > 0) ?? fates.find(fate => found[fate] > 0)
  return (
    <>
      <Counts
        found={found}
        chosen={shown}
        onChoose={fate => void navigate({ search: before => ({ ...before, show: fate }), replace: true })}
      />
      {shown === 'failed' ? (
        <>
          <p className={styles.advice}>
            {say('import.wrong.advice')}{' '}
            <Link
              to="/$plural/import/$id"
              params={{ plural: object.plural, id: found.id }}
              search={{ step: 'mend', show: 'failed' }}
            >
              {say('import.mend')}
            </Link>{' '}
            ·{' '}
            <a href={problemsAddress(found.id)} download>
              {say('import.wrong.download')}
            </a>
          </p>
          <WrongRows found={found} />
        </>
      ) : (
        shown && <Diff object={object} found={found} fate={shown} />
      )}
      <Foot>
        <Button
          variant="default"
          onClick={() => void navigate({ search: before => ({ ...before, step: 'columns' }) })}
          style={{ marginInlineEnd: 'auto' }}
        >
          {say('import.back-to-columns')}
        </Button>
        <Button disabled={taken === 0} loading={starting.isPending} onClick={() => starting.mutate()}>
          {taken === 0 ? say('import.nothing-to-do') : say('import.start', { count: taken })}
        </Button>
      </Foot>
    </>
  )
}

export function useStart(id: string) {
  const say = useImportWords()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => step(id, 'start'),
    onError: error => announceTrouble(error, say),
    onSettled: () => queries.invalidateQueries({ queryKey: importQuery(id).queryKey }),
  })
}
