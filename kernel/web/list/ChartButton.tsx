import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useCommand } from '../commands/registry.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { lazyPart } from '../ui/when-online.ts'
import { useListWords } from '../words/list/words.ts'
import bar from './ImportLink.module.css'
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
      <Button
        variant="subtle"
        h={30}
        px={10}
        className={bar.button}
        leftSection={<Icon name="chart" />}
        title={say('list.chart.title')}
        aria-label={say('list.chart.title')}
        onClick={open}
      >
        <span className={bar.word}>{say('list.chart')}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <ChartOfList {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
