import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { recordQuery } from '../../queries.ts'
import { EditForm } from '../../record/EditForm.tsx'
import { useSchema } from '../../schema/use-schema.ts'
import { NotFound } from '../../screens/NotFound.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { Inset, Panel } from '../Panel.tsx'
import { CopyRole } from './CopyRole.tsx'
import { Masks } from './Masks.tsx'
import { Matrix } from './Matrix.tsx'
import styles from './Roles.module.css'

const route = getRouteApi('/shell/admin/roles/$role')

/** What one role may do, and what it does not see. */
export default function Role() {
  const id = route.useParams().role
  const object = useSchema().byName('role')
  return object ? <RolePage key={id} object={object} id={id} /> : <NotFound />
}

function RolePage({ object, id }: { readonly object: DescribedObject; readonly id: string }) {
  const say = useAdminWords()
  const { data: role, error, refetch } = useQuery(recordQuery(object, id))
  const [isEditing, setEditing] = useState(false)
  const [isCopying, setCopying] = useState(false)
  if (error && !role) return <TroubleState level={1} error={error} retry={() => void refetch()} />
  if (!role) return <Skeleton height={320} radius="sm" />
  return (
    <>
      <Link to="/admin/roles" className={styles.back}>
        <Icon name="arrow-left" size={14} />
        {say('admin.page.roles')}
      </Link>
      <AdminPage
        title={String(role.name)}
        hint={typeof role.description === 'string' ? role.description : say('roles.no-description')}
        action={
          <>
            <Button variant="default" leftSection={<Icon name="copy" />} onClick={() => setCopying(true)}>
              {say('roles.copy')}
            </Button>
            <Button variant="default" leftSection={<Icon name="pencil" />} onClick={() => setEditing(true)}>
              {say('record.edit')}
            </Button>
          </>
        }
      >
        <Rights role={role} />
        {isCopying && <CopyRole object={object} role={role} onClose={() => setCopying(false)} />}
        {isEditing && (
          <EditForm object={object} record={role} included={role.included ?? {}} onDone={() => setEditing(false)} />
        )}
      </AdminPage>
    </>
  )
}

function Rights({ role }: { readonly role: AnyRecord }) {
  const say = useAdminWords()
  if (role.everything === true)
    return (
      <Panel title={say('roles.matrix')}>
        <Inset>{say('roles.everything.hint')}</Inset>
      </Panel>
    )
  return (
    <>
      <Matrix role={role.id} />
      <Masks role={role.id} />
    </>
  )
}
