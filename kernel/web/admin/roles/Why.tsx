import { Select } from '@mantine/core'
import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../../schema/described.ts'
import { useSchema } from '../../schema/use-schema.ts'
import { RecordPicker } from '../../ui/RecordPicker.tsx'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { read } from '../admin.ts'
import { Inset, Panel } from '../Panel.tsx'
import { Answer, type Explanation } from './Answer.tsx'
import { verbs } from './grants.ts'
import styles from './Roles.module.css'
import type { WhySearch } from './why-search.ts'

const route = getRouteApi('/shell/admin/why')

const whyQuery = ({ user, object, id, verb = 'read' }: WhySearch) =>
  queryOptions({
    queryKey: ['why', user, object, id, verb],
    queryFn:
      user && object && id
        ? ({ signal }) => read<Explanation>('/api/access/why', signal, { user, object, id, verb })
        : skipToken,
  })

/** Why somebody sees a record or does not, in plain words; the question stands in the address. */
export default function Why() {
  const say = useAdminWords()
  const asked = route.useSearch()
  const { byName } = useSchema()
  const { data, error, refetch } = useQuery(whyQuery(asked))
  const object = byName(asked.object ?? '')
  return (
    <AdminPage title={say('admin.page.why')} hint={say('why.hint')}>
      <Panel title={say('why.question')}>
        <Inset>
          <Question asked={asked} object={object} />
        </Inset>
      </Panel>
      {error && <TroubleState error={error} retry={() => void refetch()} />}
      {data && object && asked.user && asked.id && (
        <Answer answer={data} object={object} user={asked.user} id={asked.id} verb={asked.verb ?? 'read'} />
      )}
    </AdminPage>
  )
}

interface QuestionProps {
  readonly asked: WhySearch
  readonly object: DescribedObject | undefined
}

function Question({ asked, object }: QuestionProps) {
  const say = useAdminWords()
  const navigate = route.useNavigate()
  const { objects } = useSchema()
  const [kind, setKind] = useState(object?.name ?? objects.find(({ area }) => area !== 'administration')?.name)
  const set = (part: WhySearch) => void navigate({ search: before => ({ ...before, ...part }), replace: true })
  const known = objects.find(({ name }) => name === kind) ?? objects[0]
  return (
    <div className={styles.question}>
      <RecordPicker
        objects={['user']}
        included={{}}
        control={{ label: say('why.person'), name: 'user', withAsterisk: false }}
        value={asked.user ?? null}
        onChange={user => set({ user: user ?? undefined })}
      />
      <Select
        label={say('why.verb')}
        data={[
          ...verbs.map(verb => ({ value: verb, label: say(`roles.verb.${verb}`) })),
          ...(known?.actions ?? []).map(({ name, label }) => ({ value: name, label })),
        ]}
        value={asked.verb ?? 'read'}
        onChange={verb => set({ verb: verb ?? undefined })}
        allowDeselect={false}
      />
      <Select
        label={say('why.object')}
        data={objects.map(({ name, label }) => ({ value: name, label: label[1] }))}
        value={known?.name ?? null}
        onChange={name => {
          if (name) setKind(name)
          set({ object: name ?? undefined, id: undefined, verb: undefined })
        }}
        allowDeselect={false}
        searchable
      />
      {known && (
        <RecordPicker
          key={known.name}
          objects={[known.name]}
          included={{}}
          control={{ label: say('why.record'), name: 'record', withAsterisk: false }}
          value={asked.id ?? null}
          onChange={id => set({ object: known.name, id: id ?? undefined })}
        />
      )}
    </div>
  )
}
