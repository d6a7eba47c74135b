import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { AdminTable } from '../admin/AdminTable.tsx'
import { Panel } from '../admin/Panel.tsx'
import { useSchema } from '../schema/use-schema.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import { Ago } from '../ui/Ago.tsx'
import { announce } from '../ui/announce.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useAdminWords } from '../words/admin/words.ts'
import { type Key, keysQuery, revokeKey } from './account.ts'
import { NewKey } from './NewKey.tsx'
import styles from './Profile.module.css'
import { groupScopes, type KeyVerb } from './scopes.ts'

export function ApiKeys() {
  const say = useAdminWords()
  const asked = useQuery(keysQuery)
  const [isMaking, setMaking] = useState(false)
  const [revoking, revoke] = useState<Key>()
  return (
    <Panel
      title={say('account.keys')}
      hint={say('account.keys.hint')}
      action={
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setMaking(true)}>
          {say('account.keys.new')}
        </Button>
      }
    >
      <AdminTable
        label={say('account.keys')}
        asked={asked}
        idOf={key => key.id}
        empty={say('account.keys.none')}
        columns={[
          { name: 'name', label: say('account.keys.name'), cell: ({ name }) => name },
          {
            name: 'key',
            label: say('account.keys.key'),
            cell: ({ prefix }) => <span className={styles.key}>{prefix}…</span>,
          },
          { name: 'may', label: say('account.keys.may'), cell: ({ scopes }) => <Scopes scopes={scopes} /> },
          {
            name: 'used',
            label: say('account.keys.used'),
            cell: ({ last_used_at }) => (last_used_at ? <Ago at={last_used_at} /> : say('account.keys.never-used')),
          },
          {
            name: 'expires',
            label: say('account.keys.expires'),
            cell: ({ expires_at }) => (expires_at ? <Ago at={expires_at} /> : say('account.keys.never')),
          },
        ]}
        actions={key => (
          <Button
            variant="default"
            h={30}
            px={12}
            onClick={() => revoke(key)}
            aria-label={say('account.keys.revoke-of', { name: key.name })}
          >
            {say('account.keys.revoke')}
          </Button>
        )}
      />
      {isMaking && <NewKey onClose={() => setMaking(false)} />}
      {revoking && <Revoke apiKey={revoking} onClose={() => revoke(undefined)} />}
    </Panel>
  )
}

function Scopes({ scopes }: { readonly scopes: readonly string[] }) {
  const say = useAdminWords()
  const { byName } = useSchema()
  if (scopes.includes('*:*')) return say('account.keys.all')
  if (scopes.includes('*:read')) return say('account.keys.read')
  const verbOf = (verb: string) => (isVerb(verb) ? say(`account.keys.verb.${verb}`) : verb).toLowerCase()
  return groupScopes(scopes)
    .map(({ object, verbs }) => `${byName(object)?.label[1] ?? object}: ${verbs.map(verbOf).join(', ')}`)
    .join(' · ')
}

const isVerb = (verb: string): verb is KeyVerb => ['read', 'create', 'edit', 'delete'].includes(verb)

function Revoke({ apiKey: { id, name }, onClose }: { readonly apiKey: Key; readonly onClose: () => void }) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const revoke = async () => {
    await revokeKey(id)
    await queries.invalidateQueries({ queryKey: keysQuery.queryKey })
    announce(say('account.keys.revoked', { name }))
    onClose()
  }
  return (
    <Dialog title={say('account.keys.revoke.sure', { name })} onClose={onClose} size={440}>
      <FieldsForm
        sections={[]}
        start={{}}
        submitLabel={say('account.keys.revoke')}
        onSubmit={revoke}
        onCancel={onClose}
        danger
      >
        <p style={{ margin: 0 }}>{say('account.keys.revoke.hint')}</p>
      </FieldsForm>
    </Dialog>
  )
}
