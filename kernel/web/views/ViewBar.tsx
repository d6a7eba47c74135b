import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { ListLayout } from '../list/list-state.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useListWords } from '../words/list/words.ts'
import { useOpenView } from './use-open-view.ts'
import { useViewEdits } from './use-view-edits.ts'
import type { Viewed } from './use-viewed.ts'
import styles from './ViewBar.module.css'
import { ViewMenu } from './ViewMenu.tsx'
import { ViewPick } from './ViewPick.tsx'
import { ViewTabs } from './ViewTabs.tsx'
import { isSameLayout, type View } from './views.ts'

const NameView = lazy(() => import('./NameView.tsx').then(({ NameView }) => ({ default: NameView })))

interface ViewBarProps {
  readonly object: DescribedObject
  readonly viewed: Viewed
  readonly state: ListLayout
}

/** The views as tabs, on a phone behind one button; and what one does with the one that is open. */
export function ViewBar({ object, viewed: { views, current, first, base }, state }: ViewBarProps) {
  const say = useListWords()
  const { byName, person } = useSchema()
  const edits = useViewEdits(object, state, views)
  const open = useOpenView(object, views)
  const isPhone = useMediaQuery('(max-width: 48em)', window.innerWidth <= 768, { getInitialValueInEffect: false })
  const [naming, setNaming] = useState<'new' | View>()
  const of = byName('view')
  if (!of) return null
  const isMine = (view: View) => view.owner_id === person.id || person.administrator
  const maySave = mayDo(of, 'create')
  const isChanged = !isSameLayout(state, base)
  const name = async (text: string, icon: string | null) => {
    setNaming(undefined)
    await (naming === 'new' ? edits.saveAs(text, icon) : naming && edits.rename(naming, text, icon))
  }
  const menu = current && isMine(current) && (
    <ViewMenu view={current} views={views} edits={edits} onRename={() => setNaming(current)} />
  )
  const saveAs = { icon: 'plus', label: say('view.save-as'), run: () => setNaming('new'), isFirst: !menu }
  const changes = [
    { icon: 'undo', label: say('view.reset'), run: () => void open(current), isFirst: false },
    ...(maySave ? [saveAs] : []),
    ...(current && menu
      ? [{ icon: 'check', label: say('view.save'), run: () => void edits.save(current), isFirst: true }]
      : []),
  ]
  const more = isChanged ? changes : maySave ? [{ ...saveAs, label: say('view.new') }] : []
  const why = first && say(`view.first.${first.by}`, { name: first.name })
  const shared = { views, current, isChanged, menu, onOpen: open }
  return (
    <nav className={styles.bar} aria-label={say('view.views')}>
      {isPhone ? (
        <ViewPick {...shared} offered={views} withAll more={more} why={why} />
      ) : (
        <ViewTabs {...shared} isMine={isMine} onMove={(view, to) => edits.moveTo(view, to)} />
      )}
      {maySave && !isPhone && (
        <button
          type="button"
          className={styles.add}
          aria-label={say('view.new')}
          title={say('view.new')}
          onClick={() => setNaming('new')}
        >
          <Icon name="plus" size={15} />
        </button>
      )}
      {why && !isChanged && !isPhone && <span className={styles.why}>{why}</span>}
      {isChanged && !isPhone && (
        <div className={styles.changed}>
          {changes.map(({ label, run, isFirst }) => (
            <Button key={label} variant={isFirst ? 'light' : 'subtle'} h={28} px={8} onClick={run}>
              {label}
            </Button>
          ))}
        </div>
      )}
      {naming && (
        <Suspense>
          <NameView
            title={say(naming === 'new' ? 'view.new' : 'view.rename')}
            start={naming === 'new' ? { name: '', icon: null } : naming}
            onDone={name}
            onCancel={() => setNaming(undefined)}
          />
        </Suspense>
      )}
    </nav>
  )
}
