import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import type { ListSearch } from '../list/list-search.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { boardFields } from './board.ts'
import styles from './ViewSwitch.module.css'

interface SwitchProps extends Pick<ListSearch, 'where' | 'q'> {
  readonly object: DescribedObject
}

/** The same records as a list or as a board, where the object has something to be divided by. */
export function ViewSwitch({ object, where, q }: SwitchProps) {
  const say = useWords()
  const schema = useSchema()
  if (boardFields(object, schema).length === 0) return null
  const shared = { params: { plural: object.plural }, search: { where, q }, className: styles.view }
  const active = { activeProps: { 'data-active': true }, activeOptions: { exact: true, includeSearch: false } } as const
  return (
    <nav className={styles.views} aria-label={say('board.views')}>
      <Link to="/$plural" {...shared} {...active}>
        <Icon name="list" size={15} />
        {say('board.list')}
      </Link>
      <Link to="/$plural/board" {...shared} {...active}>
        <Icon name="board" size={15} />
        {say('board.board')}
      </Link>
    </nav>
  )
}
