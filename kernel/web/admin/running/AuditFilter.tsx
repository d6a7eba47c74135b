import { Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useSchema } from '../../schema/use-schema.ts'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import styles from './Running.module.css'
import type { AuditSearch } from './running.ts'

const route = getRouteApi('/shell/admin/audit')

/** It stands in the address. */
export function AuditFilter({ asked }: { readonly asked: AuditSearch }) {
  const say = useAdminWords()
  const { objects } = useSchema()
  const navigate = route.useNavigate()
  const set = (part: AuditSearch) => void navigate({ search: { ...asked, ...part }, replace: true })
  return (
    <div className={styles.filter}>
      <RecordPicker
        objects={['user']}
        included={{}}
        control={{ label: say('audit.who'), name: 'actor', withAsterisk: false }}
        value={asked.actor ?? null}
        onChange={actor => set({ actor: actor ?? undefined })}
      />
      <Select
        label={say('roles.object')}
        placeholder={say('roles.every-object')}
        data={objects.map(({ name, label }) => ({ value: name, label: label[1] }))}
        value={asked.object ?? null}
        onChange={object => set({ object: object ?? undefined })}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': say('form.none') }}
      />
    </div>
  )
}
