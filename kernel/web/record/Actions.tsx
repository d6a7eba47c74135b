import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { useState } from 'react'
import { isEmpty } from '../../fields/empty.ts'
import type { DescribedAction, DescribedField, DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { Keys } from '../commands/Keys.tsx'
import { lettersFor } from '../commands/keys.ts'
import { useCommands } from '../commands/registry.ts'
import { mayDo } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import { ActionDialog, RemoveDialog } from './ActionDialog.tsx'
import { useHere } from './here.ts'
import { offered } from './offered.ts'
import { useAct } from './use-act.ts'

/** What can be done with a record: the actions of its declaration, reach, edit, remove. Each has its key. */
export function Actions({ onEdit }: { readonly onEdit: () => void }) {
  const say = useWords()
  const { object, record, included, mayEdit } = useHere()
  const { run, asking, ask, close } = useActions(object, record)
  const actions = keyed(object, record)
  const [first, ...others] = actions
  const canRemove = mayDo(object, 'delete')
  const remove = () => ask({ kind: 'remove' })
  useCommands([
    ...actions.map(({ action: { name, label }, action, keys }) => ({
      id: `act-${name}`,
      label,
      icon: object.icon,
      ...(keys ? { keys } : {}),
      run: () => run(action),
    })),
    ...(mayEdit ? [{ id: 'edit', label: say('record.edit'), icon: 'pencil', keys: 'e', run: onEdit }] : []),
    ...(canRemove ? [{ id: 'remove', label: say('record.remove'), icon: 'trash', run: remove }] : []),
  ])
  return (
    <Group gap={6}>
      {first && (
        <Button h={30} px={12} onClick={() => run(first.action)} {...shortcut(first.action.label, first.keys)}>
          {first.action.label}
        </Button>
      )}
      {reachable(object, record).map(({ field, ...reach }, at) =>
        first || at > 0 ? (
          <ActionIcon key={field.name} component="a" {...reach} variant="default" size={30} aria-label={field.label}>
            <Icon name={markOf(field)} />
          </ActionIcon>
        ) : (
          <Button key={field.name} component="a" {...reach} h={30} px={12} leftSection={<Icon name={markOf(field)} />}>
            {field.label}
          </Button>
        ),
      )}
      {mayEdit && (
        <ActionIcon
          variant="default"
          size={30}
          onClick={onEdit}
          aria-label={say('record.edit')}
          {...shortcut(say('record.edit'), 'e')}
        >
          <Icon name="pencil" />
        </ActionIcon>
      )}
      {(canRemove || others.length > 0) && (
        <Menu position="bottom-end" transitionProps={{ duration: 80 }}>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={say('record.more-actions')}>
              <Icon name="dots" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ action, keys }) => (
              <Menu.Item key={action.name} onClick={() => run(action)} rightSection={keys && <Keys keys={keys} />}>
                {action.label}
              </Menu.Item>
            ))}
            {canRemove && (
              <Menu.Item color="var(--red)" leftSection={<Icon name="trash" />} onClick={remove}>
                {say('record.remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {asking?.kind === 'remove' && <RemoveDialog object={object} record={record} onClose={close} />}
      {asking?.kind === 'action' && (
        <ActionDialog object={object} record={record} included={included} action={asking.action} onClose={close} />
      )}
    </Group>
  )
}

/** What is offered, each with a letter that stays the same whatever else is offered. */
function keyed(object: DescribedObject, record: AnyRecord) {
  const letters = lettersFor(
    object.actions.map(({ name }) => name),
    reserved,
  )
  return offered(object, record).map(action => ({ action, keys: letters[object.actions.indexOf(action)] }))
}

/** Edit, the next and the one before, to go somewhere, to create; those of the composer come with it. */
const reserved = [...'ejkgcntx']

const shortcut = (label: string, key: string | undefined) =>
  key === undefined ? {} : { title: `${label} (${key.toUpperCase()})`, 'aria-keyshortcuts': key }

/** By mail, by telephone. */
const reachable = (object: DescribedObject, record: AnyRecord) =>
  object.fields.flatMap(field => {
    const scheme = { email: 'mailto', phone: 'tel' }[field.type as string]
    if (!scheme || isEmpty(record[field.name])) return []
    const address = String(record[field.name])
    return [{ field, href: `${scheme}:${address}`, title: `${field.label}: ${address}` }]
  })

const markOf = ({ type }: DescribedField) => (type === 'phone' ? 'phone' : 'mail')

type Asking = { readonly kind: 'remove' } | { readonly kind: 'action'; readonly action: DescribedAction }

/** Runs at once what needs nothing more; asks for the rest. */
function useActions(object: DescribedObject, record: AnyRecord) {
  const [asking, ask] = useState<Asking>()
  const acting = useAct(object)
  const run = (action: DescribedAction) =>
    action.input.length || action.confirm ? ask({ kind: 'action', action }) : acting.mutate({ id: record.id, action })
  return { run, ask, asking, close: () => ask(undefined) }
}
