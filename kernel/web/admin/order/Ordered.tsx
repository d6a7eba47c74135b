import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { CreateForm } from '../../record/CreateForm.tsx'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { NotFound } from '../../screens/NotFound.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { State, TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { allQuery } from '../admin.ts'
import { Panel } from '../Panel.tsx'
import { OrderedRows } from './OrderedRows.tsx'
import { orderedObjects, partsOf } from './ordered.ts'
import { Whole } from './Whole.tsx'

const route = getRouteApi('/shell/admin/lists/$list')

/** Records that come in an order which somebody decides, with what stands in an order in each of them. */
export default function Ordered(): ReactNode {
  const { list } = route.useParams()
  const schema = useSchema()
  const object = orderedObjects(schema).find(each => each.plural === list)
  return object ? <OrderedPage key={list} object={object} /> : <NotFound />
}

function OrderedPage({ object }: { readonly object: DescribedObject }) {
  const say = useAdminWords()
  const schema = useSchema()
  const { data, error, refetch } = useQuery(allQuery(object, { sort: 'place' }))
  const [isMaking, setMaking] = useState(false)
  const parts = partsOf(schema, object)
  return (
    <AdminPage
      title={object.label[1]}
      hint={say('order.hint')}
      action={
        mayDo(object, 'create') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
            {say('form.create', { label: object.label[0] })}
          </Button>
        )
      }
    >
      {error && !data && <TroubleState error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} mt="xl" radius="sm" />}
      {data?.rows.length === 0 && (
        <State icon={object.icon} title={say('list.empty')} hint={object.about ?? undefined} />
      )}
      {data && (data.rows.length > 1 || parts.length === 0) && (
        <Panel title={say('order.of', { label: object.label[1] })}>
          <OrderedRows object={object} rows={data.rows} />
        </Panel>
      )}
      {data?.rows.flatMap(whole =>
        parts.map(part => <Whole key={whole.id} object={object} whole={whole} part={part} />),
      )}
      {isMaking && (
        <CreateForm
          object={object}
          start={{ place: data?.rows.length ?? 0 }}
          included={{}}
          onDone={() => setMaking(false)}
          onCancel={() => setMaking(false)}
        />
      )}
    </AdminPage>
  )
}
