import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import type { View } from '../views/views.ts'
import { useListWords } from '../words/list/words.ts'
import { boardFields } from './board.ts'
import type { BoardSearch } from './board-search.ts'
import styles from './ViewSwitch.module.css'

interface SwitchProps {
  readonly object: DescribedObject
  /** The view that is open, whether the address says so or not. */
  readonly view: View | undefined
}

/** The same records as a list or as a board, where the object has something to be divided by. */
export function ViewSwitch({ object, view }: SwitchProps) {
  const say = useListWords()
  const schema = useSchema()
  if (boardFields(object, schema).length === 0) return null
  const search = ({ q, where, sort, columns, group, by, within, view: asked }: BoardSearch) => ({
    ...{ q, where, sort, columns, group, by, within },
    view: view?.id ?? asked,
  })
  const shared = { params: { plural: object.plural }, search, className: styles.view }
  const active = { activeProps: { 'data-active': true }, activeOptions: { exact: true, includeSearch: false } } as const
  return (
    <nav className={styles.views} aria-label={say('board.views')}>
      <Link to="/$plural" {...shared} {...active}>
        <Icon name="list" size={15} />
        <span>{say('board.list')}</span>
      </Link>
      <Link to="/$plural/board" {...shared} {...active}>
        <Icon name="board" size={15} />
        <span>{say('board.board')}</span>
      </Link>
    </nav>
  )
}
