import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { mayDo, useSchema } from '../../schema/use-schema.ts'
import { NotFound } from '../../screens/NotFound.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { allQuery } from '../admin.ts'
import { Panel } from '../Panel.tsx'
import styles from './CustomFields.module.css'
import { FieldRows } from './FieldRows.tsx'
import { NewField } from './NewField.tsx'

const route = getRouteApi('/shell/admin/fields')

/** Fields that the company added to an object. */
export default function CustomFields() {
  const schema = useSchema()
  const custom = schema.byName('custom_field')
  const { object: name } = route.useSearch()
  const objects = schema.objects.filter(({ area }) => area !== 'administration')
  const object = objects.find(each => each.name === name) ?? objects[0]
  return custom && object ? (
    <FieldsPage key={object.name} custom={custom} object={object} objects={objects} />
  ) : (
    <NotFound />
  )
}

interface FieldsPageProps {
  readonly custom: DescribedObject
  readonly object: DescribedObject
  readonly objects: readonly DescribedObject[]
}

function FieldsPage({ custom, object, objects }: FieldsPageProps) {
  const say = useAdminWords()
  const navigate = route.useNavigate()
  const [isMaking, setMaking] = useState(false)
  const { data, error, refetch } = useQuery(allQuery(custom, { where: { object: object.name }, sort: 'place' }))
  return (
    <AdminPage
      title={say('admin.page.fields')}
      hint={say('fields.hint')}
      action={
        mayDo(custom, 'create') && (
          <Button leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
            {say('fields.new')}
          </Button>
        )
      }
    >
      <Panel
        title={say('fields.of', { label: object.label[1] })}
        action={
          <Select
            className={styles.object}
            aria-label={say('roles.object')}
            data={objects.map(({ name, label }) => ({ value: name, label: label[1] }))}
            value={object.name}
            onChange={name => name && void navigate({ search: { object: name }, replace: true })}
            allowDeselect={false}
          />
        }
      >
        {error && !data ? (
          <TroubleState error={error} retry={() => void refetch()} />
        ) : (
          <FieldRows custom={custom} object={object} rows={data?.rows} />
        )}
      </Panel>
      {isMaking && (
        <NewField custom={custom} object={object} place={data?.rows.length ?? 0} onClose={() => setMaking(false)} />
      )}
    </AdminPage>
  )
}
