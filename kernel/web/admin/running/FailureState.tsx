import { Ago } from '../../ui/Ago.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import type { Failure } from './running.ts'

/** Given up, or when it is tried again. */
export function FailureState({ failure: { state, next_at } }: { readonly failure: Failure }) {
  const say = useAdminWords()
  if (state === 'failed') return <Chip tone="red">{say('jobs.given-up')}</Chip>
  return (
    <>
      <Chip tone="amber">{say('jobs.again')}</Chip> {next_at && <Ago at={next_at} />}
    </>
  )
}
