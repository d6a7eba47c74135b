import {
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useListWords } from '../words/list/words.ts'
import { Tab } from './Tab.tsx'
import { useTabDrag } from './use-tab-drag.ts'
import styles from './ViewBar.module.css'
import { ViewPick } from './ViewPick.tsx'
import { iconOf, type View } from './views.ts'

export interface ViewChoice {
  readonly views: readonly View[]
  readonly current: View | undefined
  readonly isChanged: boolean
  /** What can be done with the one that is open. */
  readonly menu: ReactNode
  readonly onOpen: (view: View | undefined) => void
}

interface TabsProps extends ViewChoice {
  readonly isMine: (view: View) => boolean
  readonly onMove: (view: View, to: number) => void
}

/** As many tabs as there is room for; the others behind a button. One's own are dragged into another order. */
export function ViewTabs({ views, current, isChanged, menu, onOpen, isMine, onMove }: TabsProps) {
  const say = useListWords()
  const list = useRef<HTMLUListElement>(null)
  const { order, dragged, press, click } = useTabDrag(list, views, onMove)
  const fits = useFitting(list)
  const hidden = order.slice(Math.max(0, fits - 1))
  return (
    <>
      <ul ref={list} className={styles.tabs}>
        <li>
          <Tab
            name={say('view.all')}
            isCurrent={!current}
            isChanged={isChanged && !current}
            onOpen={() => onOpen(undefined)}
          />
        </li>
        {order.map((view, at) => {
          const isHidden = at + 1 >= fits
          const grip = isMine(view) ? { onPointerDown: (event: PointerEvent) => press(event, view) } : {}
          return (
            <li
              key={view.id}
              className={styles.item}
              data-view={view.id}
              data-dragged={dragged === view.id || undefined}
              data-hidden={isHidden || undefined}
              inert={isHidden}
              {...grip}
            >
              <Tab
                name={view.name}
                icon={iconOf(view)}
                isCurrent={view === current}
                isChanged={isChanged && view === current}
                onOpen={() => click() && onOpen(view)}
              />
              {view === current && !isHidden && menu}
            </li>
          )
        })}
      </ul>
      {hidden.length > 0 && (
        <ViewPick
          views={views}
          current={current && hidden.includes(current) ? current : undefined}
          isChanged={isChanged}
          menu={menu}
          onOpen={onOpen}
          offered={hidden}
        />
      )}
    </>
  )
}

/** How many of the tabs are wholly in sight; the others keep their place, so that they can be measured. */
function useFitting(list: RefObject<HTMLElement | null>) {
  const [fits, setFits] = useState(Number.POSITIVE_INFINITY)
  const measure = useCallback(() => {
    if (!list.current) return
    const room = list.current.getBoundingClientRect().right + 1
    const first = [...list.current.children].findIndex(tab => tab.getBoundingClientRect().right > room)
    setFits(first < 0 ? Number.POSITIVE_INFINITY : first)
  }, [list])
  // Any name, mark or order may be another one now.
  useLayoutEffect(measure)
  useEffect(() => {
    const watching = new ResizeObserver(measure)
    if (list.current) watching.observe(list.current)
    return () => watching.disconnect()
  }, [list, measure])
  return fits
}
