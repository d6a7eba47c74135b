import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import type { AnyRecord } from '../../client.ts'
import { recordsOf } from '../../queries.ts'
import { fieldOf, useSchema } from '../../schema/use-schema.ts'
import { announceTrouble } from '../../ui/announce.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminTable } from '../AdminTable.tsx'
import { allQuery } from '../admin.ts'
import { Panel } from '../Panel.tsx'
import { rest } from './grants.ts'
import { NewMask } from './NewMask.tsx'

/** Fields that a role does not see, or does not write. */
export function Masks({ role }: { readonly role: string }) {
  const mask = useSchema().byName('role_mask')
  return mask ? <MasksPanel mask={mask} role={role} /> : null
}

function MasksPanel({ mask, role }: { readonly mask: DescribedObject; readonly role: string }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const masks = allQuery(mask, { where: { role }, sort: 'object' })
  const asked = useQuery(masks)
  const [isMaking, setMaking] = useState(false)
  const forget = () => queries.invalidateQueries({ queryKey: masks.queryKey })
  const removing = useMutation({
    mutationFn: ({ id }: AnyRecord) => recordsOf(mask).remove(id),
    onError: error => announceTrouble(error, say),
    onSettled: forget,
  })
  const names = useNames()
  return (
    <Panel
      title={say('roles.masks')}
      hint={say('roles.masks.hint')}
      action={
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
          {say('roles.masks.new')}
        </Button>
      }
    >
      <AdminTable
        label={say('roles.masks')}
        asked={{ ...asked, data: asked.data?.rows }}
        idOf={({ id }) => id}
        empty={say('roles.masks.none')}
        columns={[
          { name: 'field', label: say('roles.field'), cell: row => names.field(row) },
          { name: 'object', label: say('roles.object'), cell: row => names.object(row) },
          {
            name: 'level',
            label: say('roles.level'),
            cell: ({ level }) => (
              <Chip tone={level === 'hidden' ? 'amber' : 'grey'}>
                {say(level === 'hidden' ? 'roles.level.hidden' : 'roles.level.readonly')}
              </Chip>
            ),
          },
        ]}
        actions={row => (
          <Button
            variant="default"
            h={30}
            px={12}
            aria-label={say('roles.masks.remove-of', { name: names.field(row) })}
            onClick={() => removing.mutate(row)}
          >
            {say('record.remove')}
          </Button>
        )}
      />
      {isMaking && (
        <NewMask
          onClose={() => setMaking(false)}
          onSave={async chosen => {
            await recordsOf(mask).create({ role, ...chosen })
            await forget()
          }}
        />
      )}
    </Panel>
  )
}

function useNames() {
  const say = useAdminWords()
  const { byName } = useSchema()
  return {
    object: ({ object }: AnyRecord) =>
      object === rest ? say('roles.every-object') : (byName(String(object))?.label[1] ?? String(object)),
    field({ object, field }: AnyRecord) {
      if (field === 'personal' || field === 'financial') return say(`roles.class.${field}`)
      const owner = byName(String(object))
      return (owner && fieldOf(owner, String(field))?.label) ?? String(field)
    },
  }
}
