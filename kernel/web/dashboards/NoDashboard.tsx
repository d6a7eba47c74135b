import { Button } from '@mantine/core'
import { useState } from 'react'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { useTitle } from '../shell/use-title.ts'
import { Icon } from '../ui/Icon.tsx'
import { State } from '../ui/State.tsx'
import { useChartWords } from '../words/charts/words.ts'
import type { Dashboard } from './dashboards.ts'
import { NameDialog } from './NameDialog.tsx'
import { useDashboardEdits } from './use-dashboard-edits.ts'

/** There is none at all: what one is for, and how one begins. */
export function NoDashboard({ all }: { readonly all: readonly Dashboard[] }) {
  const say = useChartWords()
  const edits = useDashboardEdits()
  const of = useSchema().byName('dashboard')
  const [isNaming, setNaming] = useState(false)
  useTitle(say('dash.title'))
  return (
    <>
      <State icon="chart" title={say('dash.none')} hint={say('dash.none.hint')} level={1}>
        {of && mayDo(of, 'create') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setNaming(true)}>
            {say('dash.new')}
          </Button>
        )}
      </State>
      {isNaming && (
        <NameDialog
          title={say('dash.new')}
          start={all.length ? '' : say('dash.first-name')}
          onDone={name => void edits.make(name, [])}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}
