import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Locale } from '../../schema/field-type.ts'
import { request } from '../request.ts'
import type { Described, DescribedField, DescribedObject } from './described.ts'

export const schemaQuery = queryOptions({
  queryKey: ['schema'],
  queryFn: async ({ signal }) => (await request({ path: '/api/schema', signal })) as Described,
  staleTime: 5 * 60_000,
})

export interface Schema extends Described {
  byName(name: string): DescribedObject | undefined
  byPlural(plural: string): DescribedObject | undefined
}

/** There, before anything inside of the shell is shown. */
export function useSchema(): Schema {
  const { data } = useSuspenseQuery({ ...schemaQuery, select: withLookups })
  return data
}

const withLookups = (schema: Described): Schema => ({
  ...schema,
  byName: name => schema.objects.find(object => object.name === name),
  byPlural: plural => schema.objects.find(object => object.plural === plural),
})

/** How this person reads and writes values. */
export function useLocale(): Locale {
  const { person, company } = useSchema()
  return { language: person.language, zone: person.zone, country: company.country, currency: company.currency }
}

export const fieldOf = (object: DescribedObject, name: string): DescribedField | undefined =>
  object.fields.find(field => field.name === name)
export const mayDo = (object: DescribedObject, verb: string) => object.verbs.includes(verb)
