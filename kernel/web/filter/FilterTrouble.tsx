import { Button } from '@mantine/core'
import { Trouble } from '../request.ts'
import { State, TroubleState } from '../ui/State.tsx'
import { useListWords } from '../words/list/words.ts'

interface FilterTroubleProps {
  readonly error: unknown
  readonly retry: () => void
  /** Takes the filter away; absent where there is none. */
  readonly onClear: (() => void) | undefined
}

/** What is asked cannot be answered: often it is the filter that came with an address, and then there is a way out. */
export function FilterTrouble({ error, retry, onClear }: FilterTroubleProps) {
  const say = useListWords()
  const isRefused = error instanceof Trouble && error.status === 422
  if (!isRefused || !onClear) return <TroubleState error={error} retry={retry} />
  const reasons = error.fields.map(({ message }) => message).filter(Boolean)
  return (
    <div role="alert">
      <State icon="filter" title={say('filter.refused')} hint={reasons.join(' ') || undefined}>
        <Button variant="default" onClick={onClear}>
          {say('filter.clear')}
        </Button>
      </State>
    </div>
  )
}
