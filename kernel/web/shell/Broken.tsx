import { Button } from '@mantine/core'
import { Trouble } from '../request.ts'
import { State, TroubleState } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'

/** When a screen itself failed: never an empty page. */
export function Broken({ error }: { readonly error: unknown }) {
  const say = useWords()
  const reload = () => location.reload()
  if (error instanceof Trouble) return <TroubleState level={1} error={error} retry={reload} />
  return (
    <div role="alert">
      <State level={1} icon="alert" title={say('app.broken')} hint={say('app.broken.hint')}>
        <Button variant="default" onClick={reload}>
          {say('app.reload')}
        </Button>
      </State>
    </div>
  )
}
