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
              {view === current && (isHidden ? menu && <span className={styles.more} /> : menu)}
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

/** For how many of the tabs there is room; the others keep their place, so that they can be measured. */
function useFitting(list: RefObject<HTMLUListElement | null>) {
  const [fits, setFits] = useState(Number.POSITIVE_INFINITY)
  const measure = useCallback(() => {
    if (list.current) setFits(fitting(list.current))
  }, [list])
  // Any name, mark or order may be another one now.
  useLayoutEffect(measure)
  useEffect(() => {
    const watching = new ResizeObserver(measure)
    for (const each of [list.current, list.current?.parentElement]) if (each) watching.observe(each)
    return () => watching.disconnect()
  }, [list, measure])
  return fits
}

/** Reckoned from what stands beside them, and not from what is left now: the button for the others takes room as well. */
function fitting(list: HTMLUListElement): number {
  const bar = list.parentElement as HTMLElement
  const tabs = [...list.children] as HTMLElement[]
  const beside = [...bar.querySelectorAll<HTMLElement>(`:scope > :not(ul, .${styles.item}, .${styles.why})`)]
  const room = beside.reduce((left, { offsetWidth }) => left - offsetWidth - gap, bar.clientWidth - ring)
  const start = (tabs[0]?.offsetLeft ?? 0) - ring
  const ends = tabs.map(({ offsetLeft, offsetWidth }) => offsetLeft + offsetWidth - start)
  const within = (most: number) => ends.findIndex(end => end > most)
  if (within(room) < 0) return Number.POSITIVE_INFINITY
  const current = tabs.findIndex(tab => tab.querySelector('[aria-current]'))
  const most = within(room - others.count)
  return Math.max(1, current < most ? most : within(room - others.name))
}

// As ViewBar.module.css has them, and the button for the others: with their number, or with the name of one.
const gap = 4
const ring = 3
const others = { count: 110, name: 252 }
