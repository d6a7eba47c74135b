import { Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedAction, DescribedObject } from '../../schema/described.ts'
import { forget } from '../queries.ts'
import { mayDo } from '../schema/use-schema.ts'
import { writableSections } from '../screens/sections.ts'
import type { Values } from '../screens/use-draft.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useDone } from '../undo/use-undo.ts'
import { useWords } from '../words/words.tsx'
import styles from './BulkBar.module.css'
import { BulkAct, BulkEdit, BulkRemove } from './BulkDialogs.tsx'
import { actOn, exportOf, removeAll, setIn } from './bulk.ts'
import type { Column } from './columns.ts'
import { choiceOf, countOf, everything, nothing, type Selection } from './selection.ts'
import type { ListAsk, Pages } from './use-pages.ts'

interface BulkBarProps {
  readonly object: DescribedObject
  readonly columns: readonly Column[]
  readonly selection: Selection
  readonly ask: ListAsk
  readonly total: Pages['total']
  readonly onSelect: (selection: Selection) => void
}

type Asking = 'edit' | 'remove' | DescribedAction

/** What can be done with all that is chosen. */
export default function BulkBar({ object, columns, selection, ask, total, onSelect }: BulkBarProps) {
  const say = useWords()
  const [asking, setAsking] = useState<Asking>()
  const { count, capped = false } = { count: countOf(selection, total?.count ?? 0), ...capOf(selection, total) }
  const choice = choiceOf(selection, ask)
  const bulk = useBulk(object, () => {
    setAsking(undefined)
    onSelect(nothing)
  })
  const close = () => setAsking(undefined)
  const isMore = selection.kind === 'some' && total !== undefined && total.count > count
  const mayEdit = mayDo(object, 'edit') && writableSections(object).length > 0
  const chosen = say(capped ? 'bulk.chosen-more' : 'bulk.chosen', { count })
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('bulk.title')} data-busy={bulk.isPending || undefined}>
      <span className={styles.count} role="status">
        {bulk.isPending ? say('bulk.working', { count }) : chosen}
      </span>
      {isMore && (
        <button type="button" onClick={() => onSelect(everything)}>
          <Icon name="select-all" size={15} />
          {say(total.capped ? 'bulk.all-more' : 'bulk.all', { count: total.count })}
        </button>
      )}
      {mayEdit && (
        <button type="button" onClick={() => setAsking('edit')}>
          <Icon name="pencil" size={15} />
          {say('record.edit')}
        </button>
      )}
      {object.actions.length > 0 && <ActionMenu actions={object.actions} onPick={setAsking} />}
      {mayDo(object, 'export') && (
        <button type="button" onClick={() => void exportOf(object, choice, ask.sort, columns)}>
          <Icon name="download" size={15} />
          {say('bulk.export')}
        </button>
      )}
      {mayDo(object, 'delete') && (
        <button
          type="button"
          aria-label={say('record.remove')}
          title={say('record.remove')}
          onClick={() => setAsking('remove')}
        >
          <Icon name="trash" size={15} />
        </button>
      )}
      <button type="button" aria-label={say('bulk.none')} title={say('bulk.none')} onClick={() => onSelect(nothing)}>
        <Icon name="x" size={15} />
      </button>
      {asking === 'edit' && (
        <BulkEdit
          object={object}
          title={chosen}
          onClose={close}
          onSubmit={patch => bulk.mutateAsync(() => setIn(object, choice, patch))}
        />
      )}
      {asking === 'remove' && (
        <BulkRemove
          title={say('bulk.remove', { count })}
          onClose={close}
          onSubmit={() => bulk.mutateAsync(() => removeAll(object, choice))}
        />
      )}
      {typeof asking === 'object' && (
        <BulkAct
          action={asking}
          title={`${asking.label}: ${chosen}`}
          onClose={close}
          onSubmit={(input: Values) => bulk.mutateAsync(() => actOn(object, choice, asking.name, input))}
        />
      )}
    </div>
  )
}

const capOf = (selection: Selection, total: Pages['total']) => ({
  capped: selection.kind === 'all' && total?.capped === true,
})

function useBulk(object: DescribedObject, onDone: () => void) {
  const say = useWords()
  const queries = useQueryClient()
  const done = useDone()
  return useMutation({
    mutationFn: (work: () => Promise<{ readonly count: number }>) => work(),
    onSuccess: answer => {
      done(say('list.changed', { count: answer.count }), answer)
      onDone()
    },
    onError: error => announceTrouble(error, say),
    onSettled: () => forget(queries, object.name),
  })
}

function ActionMenu({
  actions,
  onPick,
}: {
  readonly actions: readonly DescribedAction[]
  readonly onPick: (action: DescribedAction) => void
}) {
  const say = useWords()
  return (
    <Menu position="top" transitionProps={{ duration: 80 }}>
      <Menu.Target>
        <button type="button">
          <Icon name="dots" size={15} />
          {say('bulk.actions')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(action => (
          <Menu.Item key={action.name} onClick={() => onPick(action)}>
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
