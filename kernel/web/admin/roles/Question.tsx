import { Select } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import type { DescribedObject } from '../../../schema/described.ts'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AnyRecordPicker } from './AnyRecordPicker.tsx'
import styles from './Roles.module.css'
import type { WhySearch } from './why-search.ts'

const route = getRouteApi('/shell/admin/why')

/** What can be done with a record that is there. */
const verbs = ['read', 'edit', 'delete', 'export'] as const

interface QuestionProps {
  readonly asked: WhySearch
  readonly object: DescribedObject | undefined
}

/** Who, what with, and which record: both found by what they are called. */
export function Question({ asked, object }: QuestionProps) {
  const say = useAdminWords()
  const navigate = route.useNavigate()
  const set = (part: WhySearch) => void navigate({ search: before => ({ ...before, ...part }), replace: true })
  return (
    <div className={styles.question}>
      <RecordPicker
        objects={['user']}
        included={{}}
        control={{ label: say('why.person'), name: 'user', placeholder: say('why.person.hint'), withAsterisk: false }}
        value={asked.user ?? null}
        onChange={user => set({ user: user ?? undefined })}
      />
      <Select
        label={say('why.verb')}
        data={[
          ...verbs.map(verb => ({ value: verb, label: say(`roles.verb.${verb}`) })),
          ...(object?.actions ?? []).map(({ name, label }) => ({ value: name, label })),
        ]}
        value={asked.verb ?? 'read'}
        onChange={verb => set({ verb: verb ?? undefined })}
        allowDeselect={false}
        comboboxProps={{ transitionProps: { duration: 80 } }}
      />
      <AnyRecordPicker
        label={say('why.record')}
        placeholder={say('why.record.hint')}
        object={object}
        id={asked.id}
        onChange={found =>
          set({
            object: found?.object,
            id: found?.id,
            // Another object has other actions.
            ...(found?.object === asked.object ? {} : { verb: verbs.find(verb => verb === asked.verb) }),
          })
        }
      />
    </div>
  )
}
