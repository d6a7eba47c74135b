import { useNavigate } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { Filter } from '../filter/Filter.tsx'
import bars from '../list/List.module.css'
import { ListSearch } from '../list/ListSearch.tsx'
import type { ChangeList, ListLayout, ListState } from '../list/list-state.ts'
import { useSchema } from '../schema/use-schema.ts'
import { Sort } from '../sort/Sort.tsx'
import type { Viewed } from '../views/use-viewed.ts'
import { ViewBar } from '../views/ViewBar.tsx'
import { useListWords } from '../words/list/words.ts'
import { BoardTotal } from './BoardTotal.tsx'
import { boardFields, type Column } from './board.ts'
import type { BoardSearch } from './board-search.ts'
import { Pick } from './Pick.tsx'
import type { BoardOf } from './use-board.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

interface BarProps {
  readonly board: BoardOf
  readonly columns: readonly Column[]
  readonly parents: readonly { readonly value: string; readonly label: string }[] | undefined
  readonly parent: DescribedObject | undefined
  readonly chosen: string | undefined
  readonly viewed: Viewed
  readonly layout: ListLayout
  readonly state: ListState
  readonly change: ChangeList
}

/** As over a list; by what and within what it is divided, and what it all comes to. */
export function BoardBar({ board, columns, parents, parent, chosen, viewed, layout, state, change }: BarProps) {
  const say = useListWords()
  const navigate = useNavigate()
  const { object, field } = board
  const fields = boardFields(object, useSchema())
  const go = (wanted: Pick<BoardSearch, 'by' | 'within' | 'most'>) =>
    void navigate({ to: '.', search: (before: BoardSearch) => ({ ...before, ...wanted }) })
  return (
    <>
      <div className={bars.bar}>
        <ViewSwitch object={object} view={viewed.current} />
        <ViewBar object={object} viewed={viewed} state={layout} />
        {fields.length > 1 && (
          <Pick
            label={say('board.by')}
            icon="columns"
            options={fields.map(({ name, label }) => ({ value: name, label }))}
            value={field.name}
            onPick={by => go({ by, within: undefined, most: undefined })}
          />
        )}
        <Sort object={object} sort={state.sort} onChange={sort => change({ sort })} />
      </div>
      <div className={bars.bar}>
        {parents && parent && parents.length > 1 && (
          <Pick
            label={parent.label[0]}
            icon={parent.icon}
            options={parents}
            value={chosen}
            onPick={within => go({ within })}
          />
        )}
        <Filter object={object} where={state.where} search={state.q} onChange={where => change({ where })} />
        <BoardTotal board={board} columns={columns} />
        <ListSearch key={object.name} label={say('list.search', { label: object.label[1] })} search={state.q ?? ''} />
      </div>
    </>
  )
}
