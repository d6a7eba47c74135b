import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { dropRecent, keepRecent } from '../commands/recent.ts'
import { recordQuery } from '../queries.ts'
import { Trouble } from '../request.ts'
import { useSchema } from '../schema/use-schema.ts'
import { titleOf } from '../ui/titles.ts'
import { useOpenId, usePlural } from './use-plural.ts'

/** Remembers the record that is open, as soon as its name is known. */
export function useRecent() {
  const { byPlural, objects, person } = useSchema()
  const plural = usePlural()
  const id = useOpenId() ?? ''
  const object = id && plural ? byPlural(plural) : undefined
  const { data, error } = useQuery({ ...recordQuery(object ?? (objects[0] as DescribedObject), id), enabled: false })
  const title = object && data?.id === id ? titleOf(object, data) : undefined
  const isGone = error instanceof Trouble && error.status === 404
  useEffect(() => {
    if (object && title) keepRecent(person.id ?? '', { object: object.name, id, title })
  }, [object, id, title, person.id])
  useEffect(() => {
    if (isGone) dropRecent(person.id ?? '', id)
  }, [isGone, id, person.id])
}
