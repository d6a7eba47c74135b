import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useSchema } from '../../schema/use-schema.ts'
import { TroubleState } from '../../ui/State.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { AdminPage } from '../AdminPage.tsx'
import { read } from '../admin.ts'
import { Inset, Panel } from '../Panel.tsx'
import { Answer, type Explanation } from './Answer.tsx'
import { Question } from './Question.tsx'
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
