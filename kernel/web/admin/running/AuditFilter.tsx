import { Button, Select, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useSchema } from '../../schema/use-schema.ts'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import type { AuditSearch } from './audit-search.ts'
import styles from './Running.module.css'

const route = getRouteApi('/shell/admin/audit')
const kinds = ['created', 'updated', 'deleted', 'restored'] as const

/** It stands in the address. */
export function AuditFilter({ asked }: { readonly asked: AuditSearch }) {
  const say = useAdminWords()
  const { objects } = useSchema()
  const navigate = route.useNavigate()
  const set = (part: AuditSearch) => void navigate({ search: { ...asked, ...part }, replace: true })
  const day = (name: 'since' | 'until') => (
    <TextInput
      label={say(`audit.${name}`)}
      type="date"
      max="9999-12-31"
      value={asked[name] ?? ''}
      onChange={event => set({ [name]: event.currentTarget.value || undefined })}
    />
  )
  const clear = { clearable: true, clearButtonProps: { 'aria-label': say('form.none') } } as const
  return (
    <div className={styles.filter}>
      <RecordPicker
        objects={['user']}
        included={{}}
        control={{ label: say('audit.who'), name: 'actor', placeholder: say('audit.anybody'), withAsterisk: false }}
        value={asked.actor ?? null}
        onChange={actor => set({ actor: actor ?? undefined })}
      />
      <Select
        label={say('roles.object')}
        placeholder={say('roles.every-object')}
        data={objects.map(({ name, label }) => ({ value: name, label: label[1] }))}
        value={asked.object ?? null}
        onChange={object => set({ object: object ?? undefined })}
        searchable
        {...clear}
      />
      <Select
        label={say('audit.kind')}
        placeholder={say('audit.every-kind')}
        data={kinds.map(value => ({ value, label: say(`audit.kind.${value}`) }))}
        value={asked.event ?? null}
        onChange={event => set({ event: event ?? undefined })}
        {...clear}
      />
      {day('since')}
      {day('until')}
      {Object.values(asked).some(Boolean) && (
        <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
          {say('audit.all')}
        </Button>
      )}
    </div>
  )
}
