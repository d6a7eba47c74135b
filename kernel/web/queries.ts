// What is asked of the server, by the key under which the answer is remembered.

import { infiniteQueryOptions, keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { DescribedField, DescribedObject } from '../schema/described.ts'
import { isLinks } from '../schema/field-type.ts'
import { nextStepName } from '../schema/next-step.ts'
import { type AnyQuery, records, type TotalsQuery } from './client.ts'
import { request } from './request.ts'
import { fieldOf, schemaQuery } from './schema/use-schema.ts'

export const recordsOf = ({ plural }: Pick<DescribedObject, 'plural'>) => records(request, plural)

export const listQuery = (object: DescribedObject, query: Omit<AnyQuery, 'signal' | 'after'>) =>
  infiniteQueryOptions({
    queryKey: ['list', object.name, query],
    queryFn: ({ signal, pageParam }) => recordsOf(object).list({ ...query, after: pageParam, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })

export const recordQuery = (object: DescribedObject, id: string) =>
  queryOptions({
    queryKey: ['record', object.name, id],
    queryFn: ({ signal }) =>
      recordsOf(object).get(id, {
        include: [...pointers(object.fields), ...(object.steps.length ? [nextStepName] : [])],
        signal,
      }),
  })

/** A list that nobody pages through. */
export const listOnce = (object: Pick<DescribedObject, 'name' | 'plural'>, query: Omit<AnyQuery, 'signal' | 'after'>) =>
  queryOptions({
    queryKey: ['list', object.name, 'once', query],
    queryFn: ({ signal }) => recordsOf(object).list({ ...query, signal }),
  })

/** Counts and sums, by group where that is asked for. */
export const totalsQuery = (object: DescribedObject, query: Omit<TotalsQuery, 'signal'>) =>
  queryOptions({
    queryKey: ['list', object.name, 'totals', query],
    queryFn: ({ signal }) => recordsOf(object).totals({ ...query, signal }),
  })

/** The first few of another object that point here. */
export const relatedQuery = (object: DescribedObject, where: unknown) =>
  listOnce(object, {
    where,
    limit: 6,
    include: pointers(shown(object)),
    ...(object.step ? { sort: object.step.at } : {}),
  })

/** For a box in which one chooses a record. */
export const choiceQuery = (object: DescribedObject, search: string) =>
  queryOptions({
    queryKey: ['list', object.name, 'choice', search],
    queryFn: ({ signal }) =>
      recordsOf(object).list({
        ...(search ? { search } : { sort: firstSort(object) }),
        columns: object.title,
        limit: 20,
        signal,
      }),
    placeholderData: keepPreviousData,
  })

/** Any write may show in any list: a company's name stands beside its people. */
export function forget(queries: QueryClient, object: string) {
  const { objects = [] } = queries.getQueryData(schemaQuery.queryKey) ?? {}
  const planned = objects.filter(({ steps }) => steps.includes(object)).map(({ name }) => name)
  return Promise.all([
    ...[object, ...planned].map(name => queries.invalidateQueries({ queryKey: ['record', name] })),
    queries.invalidateQueries({ queryKey: ['list'] }),
    queries.invalidateQueries({ queryKey: ['timeline'] }),
  ])
}

/** Fields whose records have names that must be brought along. */
export const pointers = (fields: readonly DescribedField[]) =>
  fields.filter(field => field.type === 'ref' || field.type === 'file' || isLinks(field)).map(({ name }) => name)

export const shown = (object: DescribedObject) => object.list.flatMap(name => fieldOf(object, name) ?? [])

/** Stages come in their place, other things in the order of their names. */
function firstSort(object: DescribedObject) {
  const name = ['place', ...object.title].find(candidate =>
    ['text', 'number'].includes(fieldOf(object, candidate)?.type ?? ''),
  )
  return name
}
