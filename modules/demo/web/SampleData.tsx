import { Button, Loader } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Sure } from '#kernel/web/admin/Sure.tsx'
import { request } from '#kernel/web/request.ts'
import { useSchema } from '#kernel/web/schema/use-schema.ts'
import { announceTrouble } from '#kernel/web/ui/announce.tsx'
import styles from './SampleData.module.css'
import { useDemoWords } from './words/words.ts'

/** Offered as long as there is nothing, to whoever runs Rapport; and where it is there, how it goes again. */
export default function SampleData() {
  return useSchema().person.administrator ? <Offered /> : null
}

function Offered() {
  const say = useDemoWords()
  const queries = useQueryClient()
  const { data } = useQuery(sampleQuery)
  const [isSure, setSure] = useState(false)
  const begin = async (method: 'POST' | 'DELETE') => {
    await request({ method, path })
    await queries.invalidateQueries({ queryKey: sampleQuery.queryKey })
  }
  const filling = useMutation({
    mutationFn: () => begin('POST'),
    onError: error => announceTrouble(error, say),
  })
  const isBusy = isUnderWay(data)
  const wasBusy = useRef(false)
  // What came or went with it was in many lists.
  useEffect(() => {
    if (wasBusy.current && !isBusy) void queries.invalidateQueries({ queryKey: ['list'] })
    wasBusy.current = isBusy
  }, [isBusy, queries])
  if (!data || (data.state === 'none' && !data.empty)) return null
  if (data.state === 'none')
    return (
      <section className={styles.offer} aria-labelledby="sample-data">
        <div className={styles.words}>
          <h2 id="sample-data" className={styles.title}>
            {say('sample.title')}
          </h2>
          <p>{say('sample.hint')}</p>
        </div>
        <Button variant="light" loading={filling.isPending} onClick={() => filling.mutate()}>
          {say('sample.fill')}
        </Button>
      </section>
    )
  return (
    <div className={styles.line} role="status">
      {isBusy && <Loader size={14} />}
      <span>{say(`sample.${data.state}`)}</span>
      {data.state === 'there' && (
        <Button variant="subtle" h={28} px={8} onClick={() => setSure(true)}>
          {say('sample.remove')}
        </Button>
      )}
      {isSure && (
        <Sure
          title={say('sample.remove.title')}
          hint={say('sample.remove.hint')}
          verb={say('sample.remove')}
          run={() => begin('DELETE')}
          onClose={() => setSure(false)}
        />
      )}
    </div>
  )
}

const path = '/api/sample-data'
interface Sample {
  readonly state: 'none' | 'filling' | 'there' | 'removing'
  readonly empty: boolean
}

const isUnderWay = (sample: Sample | undefined) => sample?.state === 'filling' || sample?.state === 'removing'

/** Looked at every other second while it comes or goes. */
const sampleQuery = queryOptions({
  queryKey: ['sample-data'],
  queryFn: async ({ signal }) => (await request({ path, signal })) as Sample,
  refetchInterval: ({ state: { data } }) => (isUnderWay(data) ? 2000 : false),
})
