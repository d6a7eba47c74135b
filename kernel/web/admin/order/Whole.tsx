import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { CreateForm } from '../../record/CreateForm.tsx'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { Icon } from '../../ui/Icon.tsx'
import { titleOf } from '../../ui/titles.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import { allQuery } from '../admin.ts'
import { Panel } from '../Panel.tsx'
import { OrderedRows } from './OrderedRows.tsx'
import { wholeOf } from './ordered.ts'

interface WholeProps {
  readonly object: DescribedObject
  readonly whole: AnyRecord
  readonly part: DescribedObject
}

/** One record and what stands in an order in it. */
export function Whole({ object, whole, part }: WholeProps) {
  const say = useAdminWords()
  const schema = useSchema()
  const [isMaking, setMaking] = useState(false)
  const field = wholeOf(schema, part)?.field ?? ''
  const { data } = useQuery(allQuery(part, { where: { [field]: whole.id }, sort: 'place' }))
  const title = titleOf(object, whole)
  return (
    <Panel
      title={title}
      hint={part.label[1]}
      action={
        mayDo(part, 'create') && (
          <Button
            variant="default"
            leftSection={<Icon name="plus" />}
            aria-label={say('order.add-to', { label: part.label[0], title })}
            onClick={() => setMaking(true)}
          >
            {part.label[0]}
          </Button>
        )
      }
    >
      <OrderedRows object={part} rows={data?.rows ?? []} />
      {isMaking && (
        <CreateForm
          object={part}
          start={{ [field]: whole.id, place: data?.rows.length ?? 0 }}
          included={{ [object.name]: { [whole.id]: { id: whole.id, title } } }}
          onDone={() => setMaking(false)}
          onCancel={() => setMaking(false)}
        />
      )}
    </Panel>
  )
}
