import { ActionIcon } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useCommand } from '../commands/registry.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { useListWords } from '../words/list/words.ts'
import type { ListState } from './list-state.ts'

const ChartOfList = lazyPart(() => import('../dashboards/ChartOfList.tsx'))

interface ChartButtonProps {
  readonly object: DescribedObject
  readonly state: Pick<ListState, 'where' | 'group'>
  /** The view that the list shows just as it is. */
  readonly view: string | undefined
}

/** The list that one looks at, as a chart on a dashboard. */
export function ChartButton(props: ChartButtonProps) {
  const say = useListWords()
  const of = useSchema().byName('dashboard')
  const [isOpen, setOpen] = useState(false)
  const open = () => setOpen(true)
  useCommand({ id: 'list.chart', label: say('list.chart.title'), icon: 'chart', group: 'here', run: open })
  if (!of || !mayDo(of, 'create')) return null
  return (
    <>
      <ActionIcon
        variant="subtle"
        size={30}
        title={say('list.chart.title')}
        aria-label={say('list.chart.title')}
        onClick={open}
      >
        <Icon name="chart" />
      </ActionIcon>
      {isOpen && (
        <Suspense>
          <ChartOfList {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
