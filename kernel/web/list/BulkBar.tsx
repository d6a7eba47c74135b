import { Menu } from '@mantine/core'
import { useState } from 'react'
import type { DescribedAction, DescribedObject } from '../../schema/described.ts'
import { beginRun } from '../bulk/runs.ts'
import { useCommands } from '../commands/registry.ts'
import { fieldOf, mayDo } from '../schema/use-schema.ts'
import { writableSections } from '../screens/sections.ts'
import type { Values } from '../screens/use-draft.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './BulkBar.module.css'
import { BulkAct, BulkEdit, BulkRemove } from './BulkDialogs.tsx'
import type { Column } from './columns.ts'
import { exportOf } from './export-chosen.ts'
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

type Asking = 'edit' | 'assign' | 'remove' | DescribedAction

/** What can be done with all that is chosen. */
export default function BulkBar({ object, columns, selection, ask, total, onSelect }: BulkBarProps) {
  const say = useWords()
  const [asking, setAsking] = useState<Asking>()
  const { count, capped = false } = { count: countOf(selection, total?.count ?? 0), ...capOf(selection, total) }
  const choice = choiceOf(selection, ask)
  /** It goes on by itself, and says how it ended. */
  const begin = async (verb: string, input?: unknown) => {
    try {
      await beginRun({ object: object.name, verb, records: choice, input })
    } catch (error) {
      announceTrouble(error, say)
      throw error
    }
    setAsking(undefined)
    onSelect(nothing)
  }
  const close = () => setAsking(undefined)
  const isMore = !selection.isAll && total !== undefined && total.count > count
  const mayEdit = mayDo(object, 'edit') && writableSections(object).length > 0
  const owner = fieldOf(object, 'owner_id')
  const mayAssign = mayEdit && owner && !owner.readonly
  const exportChosen = () =>
    void exportOf(object, choice, ask.sort, columns).catch(error => announceTrouble(error, say))
  const chosen = say(capped ? 'bulk.chosen-more' : 'bulk.chosen', { count })
  const offered = [
    ...(mayEdit
      ? [{ id: 'edit', label: say('record.edit'), icon: 'pencil', keys: 'e', run: () => setAsking('edit') }]
      : []),
    ...(mayAssign
      ? [{ id: 'assign', label: say('bulk.assign'), icon: 'user', keys: 'a', run: () => setAsking('assign') }]
      : []),
    ...object.actions.map(action => ({
      id: action.name,
      label: action.label,
      icon: 'dots',
      run: () => setAsking(action),
    })),
    ...(mayDo(object, 'export')
      ? [{ id: 'export', label: say('bulk.export'), icon: 'download', run: exportChosen }]
      : []),
    ...(mayDo(object, 'delete')
      ? [{ id: 'remove', label: say('record.remove'), icon: 'trash', run: () => setAsking('remove') }]
      : []),
  ]
  useCommands(
    offered.map(each => ({
      ...each,
      id: `chosen.${each.id}`,
      label: say('bulk.command', { label: each.label, chosen }),
      group: 'here',
    })),
  )
  return (
    <div className={styles.bar} role="toolbar" aria-label={say('bulk.title')}>
      <span className={styles.count} role="status">
        {chosen}
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
      {mayAssign && (
        <button type="button" onClick={() => setAsking('assign')}>
          <Icon name="user" size={15} />
          {say('bulk.assign')}
        </button>
      )}
      {object.actions.length > 0 && <ActionMenu actions={object.actions} onPick={setAsking} />}
      {mayDo(object, 'export') && (
        <button type="button" onClick={exportChosen}>
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
      {(asking === 'edit' || asking === 'assign') && (
        <BulkEdit
          object={object}
          field={asking === 'assign' ? 'owner_id' : undefined}
          title={chosen}
          onClose={close}
          onSubmit={patch => begin('edit', patch)}
        />
      )}
      {asking === 'remove' && (
        <BulkRemove title={say('bulk.remove', { count })} onClose={close} onSubmit={() => begin('delete')} />
      )}
      {typeof asking === 'object' && (
        <BulkAct
          action={asking}
          title={`${asking.label}: ${chosen}`}
          onClose={close}
          onSubmit={(input: Values) => begin(asking.name, input)}
        />
      )}
    </div>
  )
}

const capOf = (selection: Selection, total: Pages['total']) => ({
  capped: selection.isAll && total?.capped === true,
})

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
