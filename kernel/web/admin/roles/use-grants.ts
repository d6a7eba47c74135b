import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { DescribedObject } from '../../../schema/described.ts'
import { recordsOf } from '../../queries.ts'
import { announceTrouble } from '../../ui/announce.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import { type All, allQuery } from '../admin.ts'
import { grantOf, type ScopeName } from './grants.ts'

export interface Change {
  readonly object: string
  readonly verb: string
  /** Null takes the row away: what is said more generally holds again. */
  readonly scope: ScopeName | null
  readonly filter: string | null
}

/** The rows of a role, and what changes one of them; a change is seen before the server has answered. */
export function useGrants(grantObject: DescribedObject, role: string) {
  const say = useAdminWords()
  const queries = useQueryClient()
  const asked = allQuery(grantObject, { where: { role } })
  const { data, error, refetch } = useQuery(asked)
  const mutationKey = ['grants', role]
  const changing = useMutation({
    mutationKey,
    // One after the other: the second may be about the row that the first one makes.
    scope: { id: mutationKey.join() },
    mutationFn: (change: Change) => write(grantObject, role, change),
    async onMutate(change) {
      await queries.cancelQueries({ queryKey: asked.queryKey })
      const before = queries.getQueryData(asked.queryKey)
      if (before) queries.setQueryData(asked.queryKey, withChange(before, role, change))
    },
    onError: problem => announceTrouble(problem, say),
    async onSettled() {
      if (queries.isMutating({ mutationKey }) === 1) await queries.invalidateQueries({ queryKey: asked.queryKey })
    },
  })
  return { grants: data?.rows.map(grantOf), error, refetch, change: changing.mutateAsync }
}

async function write(grantObject: DescribedObject, role: string, { object, verb, scope, filter }: Change) {
  const records = recordsOf(grantObject)
  const [known] = (await records.list({ where: { role, object, verb }, limit: 1 })).rows
  if (scope === null) return void (known && (await records.remove(known.id)))
  if (known) await records.update(known.id, { scope, filter })
  else await records.create({ role, object, verb, scope, filter })
}

function withChange(all: All, role: string, { object, verb, scope, filter }: Change): All {
  const isIt = (row: All['rows'][number]) => row.object === object && row.verb === verb
  const others = all.rows.filter(row => !isIt(row))
  if (scope === null) return { ...all, rows: others }
  const known = all.rows.find(isIt) ?? { id: `${object} ${verb}`, version: 0 }
  return { ...all, rows: [...others, { ...known, role, object, verb, scope, filter }] }
}
