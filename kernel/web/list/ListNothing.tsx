import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { mayDo } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { State } from '../ui/State.tsx'
import { useWords } from '../words/words.tsx'

/** Nothing found, or nothing there yet: and what to do about it. */
export function ListNothing({
  object,
  search,
  isFiltered,
}: {
  readonly object: DescribedObject
  readonly search: string | undefined
  readonly isFiltered: boolean
}) {
  const say = useWords()
  if (search || isFiltered)
    return (
      <State
        icon="search"
        title={search ? say('list.nothing-found', { search }) : say('list.nothing-matches')}
        hint={say(isFiltered ? 'list.nothing-matches.hint' : 'list.nothing-found.hint')}
      >
        <Button
          variant="default"
          renderRoot={props => <Link {...props} to="/$plural" params={{ plural: object.plural }} />}
        >
          {say(isFiltered ? 'list.clear-filter' : 'list.clear-search')}
        </Button>
      </State>
    )
  const mayCreate = mayDo(object, 'create')
  return (
    <State
      icon={object.icon}
      title={say('list.empty')}
      hint={[object.about, mayCreate ? '' : say('list.empty.read-only')].filter(Boolean).join(' ')}
    >
      {mayCreate && (
        <Button
          leftSection={<Icon name="plus" />}
          renderRoot={props => (
            <Link {...props} to="/$plural" params={{ plural: object.plural }} search={{ create: true }} />
          )}
        >
          {say('form.create', { label: object.label[0] })}
        </Button>
      )}
      {mayDo(object, 'import') && (
        <Button
          variant="default"
          renderRoot={props => <Link {...props} to="/$plural/import" params={{ plural: object.plural }} />}
        >
          {say('list.import')}
        </Button>
      )}
    </State>
  )
}
