import { Button, CopyButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DescribedField } from '../../schema/described.ts'
import { FieldsForm } from '../screens/FieldsForm.tsx'
import type { Values } from '../screens/use-draft.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { type AdminSay, useAdminWords } from '../words/admin/words.ts'
import { keysQuery, makeKey } from './account.ts'
import styles from './Profile.module.css'
import { ScopePicker } from './ScopePicker.tsx'
import { type ScopeKind, scopesOf } from './scopes.ts'

/** Asks what the key is for, and then shows it, once. */
export function NewKey({ onClose }: { readonly onClose: () => void }) {
  const say = useAdminWords()
  const [made, setMade] = useState<string>()
  if (made === undefined)
    return (
      <Dialog title={say('account.keys.new')} onClose={onClose} size={520}>
        <KeyForm onMade={setMade} onClose={onClose} />
      </Dialog>
    )
  return (
    <Dialog title={say('account.keys.made')} onClose={onClose} size={480}>
      <div className={styles.dialog}>
        <span>{say('account.keys.made.hint')}</span>
        <code className={styles.secret}>{made}</code>
        <CopyButton value={made}>
          {({ copied, copy }) => (
            <Button onClick={copy} leftSection={<Icon name={copied ? 'check' : 'key'} />} data-autofocus>
              {say(copied ? 'admin.copied' : 'admin.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {say('admin.done')}
        </Button>
      </div>
    </Dialog>
  )
}

interface KeyFormProps {
  readonly onMade: (secret: string) => void
  readonly onClose: () => void
}

function KeyForm({ onMade, onClose }: KeyFormProps) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const [kind, setKind] = useState<ScopeKind>('read')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const make = async ({ name, lasts = start.lasts }: Values) => {
    const { key } = await makeKey({ name, scopes: scopesOf(kind, chosen), expires_at: inDays(Number(lasts)) })
    await queries.invalidateQueries({ queryKey: keysQuery.queryKey })
    onMade(key)
  }
  return (
    <FieldsForm
      sections={[{ label: null, fields: fieldsIn(say) }]}
      start={start}
      submitLabel={say('account.keys.make')}
      onSubmit={make}
      onCancel={onClose}
    >
      <ScopePicker kind={kind} chosen={chosen} onKind={setKind} onChosen={setChosen} />
    </FieldsForm>
  )
}

const start = { lasts: '90' }

const fieldsIn = (say: AdminSay): readonly DescribedField[] => [
  {
    type: 'text',
    name: 'name',
    label: say('account.keys.name'),
    help: say('account.keys.name.hint'),
    required: true,
    max: 80,
  },
  {
    type: 'choice',
    name: 'lasts',
    label: say('account.keys.expires'),
    help: '\u00a0',
    required: true,
    options: {
      ...Object.fromEntries([7, 30, 90, 365].map(count => [`${count}`, say('account.keys.in-days', { count })])),
      '0': say('account.keys.never'),
    },
  },
]

const inDays = (days: number) => (days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString())
