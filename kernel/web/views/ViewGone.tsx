import { Button } from '@mantine/core'
import type { DescribedObject } from '../../schema/described.ts'
import { State } from '../ui/State.tsx'
import { useListWords } from '../words/list/words.ts'
import { useOpenView } from './use-open-view.ts'
import type { View } from './views.ts'

interface ViewGoneProps {
  readonly object: DescribedObject
  readonly views: readonly View[]
}

/** The address asks for a view that was deleted, or that is somebody else's. */
export function ViewGone({ object, views }: ViewGoneProps) {
  const say = useListWords()
  const open = useOpenView(object, views)
  return (
    <div role="alert">
      <State icon="table" title={say('view.gone')} hint={say('view.gone.hint')}>
        <Button variant="default" onClick={() => open(undefined)}>
          {say('view.gone.all', { label: object.label[1] })}
        </Button>
      </State>
    </div>
  )
}
