import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../schema/described.ts'
import { useCommand } from '../commands/registry.ts'
import { request } from '../request.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { Faces } from '../ui/Faces.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Followers.module.css'
import { useHere } from './here.ts'

interface Followers {
  readonly rows: readonly { readonly id: string; readonly title: string }[]
  readonly count: number
  readonly following: boolean
}

const pathOf = ({ plural }: DescribedObject, id: string) => `/api/${plural}/${id}/following`

const followersQuery = (object: DescribedObject, id: string) =>
  queryOptions({
    // With the story: whoever writes into it follows from then on.
    queryKey: ['timeline', object.name, id, 'followers'],
    queryFn: async ({ signal }) => (await request({ path: pathOf(object, id), signal })) as Followers,
  })

/** Who is told of what happens here, and a way to be one of them. */
export function Followers() {
  const say = useWords()
  const { object, record } = useHere()
  const { data } = useQuery(followersQuery(object, record.id))
  const follow = useFollow(object, record.id)
  const label = say(data?.following ? 'record.unfollow' : 'record.follow')
  useCommand({ id: 'follow', label, icon: 'bell', run: () => data && follow.mutate(!data.following) })
  if (!data) return <div className={styles.followers} />
  return (
    <div className={styles.followers}>
      <button
        type="button"
        className={styles.follow}
        aria-pressed={data.following}
        title={label}
        onClick={() => follow.mutate(!data.following)}
      >
        <Icon name={data.following ? 'check' : 'bell'} size={14} />
        {say(data.following ? 'record.following' : 'record.follow')}
      </button>
      {data.count > 0 && (
        <Faces people={data.rows} count={data.count} label={say('record.followers', { count: data.count })} />
      )}
    </div>
  )
}

/** Shows before the server answers. */
function useFollow(object: DescribedObject, id: string) {
  const say = useWords()
  const queries = useQueryClient()
  const { queryKey } = followersQuery(object, id)
  return useMutation({
    mutationFn: (follows: boolean) =>
      request({ method: follows ? 'PUT' : 'DELETE', path: pathOf(object, id) }) as Promise<Followers>,
    onMutate: async following => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData(queryKey, before => before && { ...before, following })
    },
    onSuccess: answer => queries.setQueryData(queryKey, answer),
    onError: error => {
      announceTrouble(error, say)
      return queries.invalidateQueries({ queryKey })
    },
  })
}
