import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { ListLayout } from '../list/list-state.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import { NameView } from './NameView.tsx'
import { useOpenView } from './use-open-view.ts'
import { useViewEdits } from './use-view-edits.ts'
import type { Viewed } from './use-viewed.ts'
import styles from './ViewBar.module.css'
import { ViewMenu } from './ViewMenu.tsx'
import { isSameLayout, type View } from './views.ts'

interface ViewBarProps {
  readonly object: DescribedObject
  readonly viewed: Viewed
  readonly state: ListLayout
}

/** The views as tabs, and what one does with the one that is open. */
export function ViewBar({ object, viewed: { views, current, base }, state }: ViewBarProps) {
  const say = useListWords()
  const { byName, person } = useSchema()
  const edits = useViewEdits(object, state, views)
  const open = useOpenView(object, views)
  const [naming, setNaming] = useState<'new' | View>()
  const of = byName('view')
  if (!of) return null
  const isMine = current !== undefined && (current.owner_id === person.id || person.administrator)
  const isChanged = !isSameLayout(state, base)
  const name = async (text: string) => {
    setNaming(undefined)
    await (naming === 'new' ? edits.saveAs(text) : naming && edits.rename(naming, text))
  }
  return (
    <nav className={styles.bar} aria-label={say('view.views')}>
      <ul className={styles.tabs}>
        <li>
          <Tab
            name={say('view.all')}
            isCurrent={!current}
            isChanged={isChanged && !current}
            onOpen={() => open(undefined)}
          />
        </li>
        {views.map(view => (
          <li key={view.id} className={styles.item}>
            <Tab
              name={view.name}
              isCurrent={view === current}
              isChanged={isChanged && view === current}
              onOpen={() => open(view)}
            />
            {view === current && isMine && (
              <ViewMenu view={view} views={views} edits={edits} onRename={() => setNaming(view)} />
            )}
          </li>
        ))}
        {mayDo(of, 'create') && (
          <li>
            <button
              type="button"
              className={styles.add}
              aria-label={say('view.new')}
              title={say('view.new')}
              onClick={() => setNaming('new')}
            >
              <Icon name="plus" size={15} />
            </button>
          </li>
        )}
      </ul>
      {isChanged && (
        <div className={styles.changed}>
          <Button variant="subtle" h={28} px={8} onClick={() => open(current)}>
            {say('view.reset')}
          </Button>
          {mayDo(of, 'create') && (
            <Button variant={isMine ? 'subtle' : 'light'} h={28} px={8} onClick={() => setNaming('new')}>
              {say('view.save-as')}
            </Button>
          )}
          {current && isMine && (
            <Button variant="light" h={28} px={10} onClick={() => edits.save(current)}>
              {say('view.save')}
            </Button>
          )}
        </div>
      )}
      {naming && (
        <NameView
          title={say(naming === 'new' ? 'view.new' : 'view.rename')}
          start={naming === 'new' ? '' : naming.name}
          onDone={name}
          onCancel={() => setNaming(undefined)}
        />
      )}
    </nav>
  )
}

interface TabProps {
  readonly name: string
  readonly isCurrent: boolean
  readonly isChanged: boolean
  readonly onOpen: () => void
}

function Tab({ name, isCurrent, isChanged, onOpen }: TabProps) {
  const say = useListWords()
  return (
    <button
      type="button"
      className={styles.tab}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onOpen}
      title={name}
    >
      <span className="truncate">{name}</span>
      {isChanged && (
        <span className={styles.dot} title={say('view.changed')}>
          <span className="unseen">{say('view.changed')}</span>
        </span>
      )}
    </button>
  )
}
