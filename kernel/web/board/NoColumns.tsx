import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { State } from '../ui/State.tsx'
import { useListWords } from '../words/list/words.ts'

interface NoColumnsProps {
  readonly object: DescribedObject
  readonly field: DescribedField
}

/** A board by records of which there are none: what they would be, and the way to the first. */
export function NoColumns({ object, field }: NoColumnsProps) {
  const say = useListWords()
  const { byName } = useSchema()
  const of = field.type === 'ref' ? byName(field.to) : undefined
  const mayCreate = of !== undefined && mayDo(of, 'create')
  return (
    <State
      icon={object.icon}
      title={say('board.no-columns')}
      hint={say(mayCreate ? 'board.no-columns.hint' : 'board.no-columns.read-only', { label: field.label })}
    >
      {mayCreate && (
        <Button
          leftSection={<Icon name="plus" />}
          renderRoot={props => (
            <Link {...props} to="/$plural" params={{ plural: of.plural }} search={{ create: true }} />
          )}
        >
          {say('form.create', { label: of.label[0] })}
        </Button>
      )}
    </State>
  )
}
