import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord } from '../client.ts'
import { forget, recordQuery, recordsOf } from '../queries.ts'
import { Trouble } from '../request.ts'
import type { Values } from '../screens/use-draft.ts'
import { type Conflict, Conflicted, conflictOf } from './conflict.ts'
import { knownNames } from './known-names.ts'

interface Saving {
  readonly seen: AnyRecord
  readonly patch: Values
}

/**
 * Writes show at once and go out one after the other, each on top of what its writer saw. What somebody else changed
 * meanwhile is either something else, and both stay; or a conflict, which is theirs to decide who wrote last.
 */
export function useSaving(object: DescribedObject, id: string) {
  const queries = useQueryClient()
  const [conflict, setConflict] = useState<Conflict>()
  const own = useRef(new Map<number, number>())
  const { queryKey, queryFn } = recordQuery(object, id)
  const show = (values: Values) =>
    queries.setQueryData(queryKey, now => now && { ...now, ...values, included: now.included ?? {} })

  const write = async ({ seen, patch }: Saving): Promise<AnyRecord> => {
    const version = lastOwn(own.current, seen.version)
    try {
      const saved = await recordsOf(object).update({ id, version }, patch)
      own.current.set(version, saved.version)
      return saved
    } catch (error) {
      if (!(error instanceof Trouble && error.code === 'conflict')) throw error
      const theirs = await queries.fetchQuery({ queryKey: [...queryKey, 'theirs'], queryFn, staleTime: 0 })
      const found = conflictOf(seen, theirs, patch)
      if (found.names.length === 0) return write({ seen: theirs, patch })
      throw new Conflicted(found)
    }
  }

  const saving = useMutation({
    scope: { id: `${object.name} ${id}` },
    mutationFn: write,
    onMutate: async ({ patch }: Saving) => {
      await queries.cancelQueries({ queryKey })
      const before = queries.getQueryData(queryKey)
      queries.setQueryData(
        queryKey,
        now => now && { ...now, ...patch, included: knownNames(queries, object, patch, now.included ?? {}) },
      )
      return before
    },
    onSuccess: show,
    onError: (error, { patch }, before) => {
      if (before) show(Object.fromEntries(Object.keys(patch).map(name => [name, before[name]])))
      if (error instanceof Conflicted) setConflict(error.conflict)
    },
    onSettled: () => void forget(queries, object.name),
  })
  return {
    save: (seen: AnyRecord, patch: Values) => saving.mutateAsync({ seen, patch }),
    conflict,
    settle: () => setConflict(undefined),
  }
}

/** What one wrote oneself is nobody else's change. */
function lastOwn(own: ReadonlyMap<number, number>, version: number): number {
  const next = own.get(version)
  return next === undefined ? version : lastOwn(own, next)
}
