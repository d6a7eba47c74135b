import { Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { TroubleState } from '../ui/State.tsx'
import { Columns } from './Columns.tsx'
import { End } from './End.tsx'
import { ImportFrame } from './ImportFrame.tsx'
import { type Import, importQuery } from './imports.ts'
import { Mend } from './Mend.tsx'
import { Preview } from './Preview.tsx'
import { Progress } from './Progress.tsx'
import { type Shown, shownStage } from './stage.ts'

const route = getRouteApi('/shell/$plural/import/$id')

/** One import, at the step where it is or where the address wants it. */
export default function ImportScreen() {
  const { plural, id } = route.useParams()
  const object = useSchema().byPlural(plural)
  const { data, error, refetch } = useQuery(importQuery(id))
  if (!object || (data && data.object !== object.name)) return <NotFound />
  if (data) return <Steps key={id} object={object} found={data} />
  if (error) return <TroubleState level={1} error={error} retry={() => void refetch()} />
  return (
    <ImportFrame object={object} at={1}>
      <Skeleton height={320} radius="md" />
    </ImportFrame>
  )
}

export interface StepProps {
  readonly object: DescribedObject
  readonly found: Import
}

function Steps({ object, found }: StepProps) {
  const { step } = route.useSearch()
  const shown = shownStage(found, step)
  useFreshLists(object, found)
  const Screen = screens[shown]
  return (
    <ImportFrame object={object} at={placeOf(shown, found)} about={found.file?.name}>
      <Screen object={object} found={found} />
    </ImportFrame>
  )
}

const screens = { columns: Columns, preview: Preview, progress: Progress, mend: Mend, end: End }

const placeOf = (shown: Shown, { status }: Import) =>
  shown === 'columns' ? 1 : status === 'checking' || status === 'checked' ? 2 : 3

/** What an import has written is read anew wherever it shows. */
function useFreshLists({ name }: DescribedObject, { status, rows }: Import) {
  const queries = useQueryClient()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it has come further
  useEffect(() => {
    for (const key of [['list', name], ['record', name], ['imports']])
      void queries.invalidateQueries({ queryKey: key, refetchType: 'none' })
  }, [queries, name, status, rows])
}
