import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { DescribedField, DescribedObject, PageSchema } from '../../schema/described.ts'
import type { Locale } from '../../schema/field-type.ts'
import { request } from '../request.ts'

export const schemaQuery = queryOptions({
  queryKey: ['schema'],
  queryFn: async ({ signal }) => (await request({ path: '/api/schema', signal })) as PageSchema,
  staleTime: 5 * 60_000,
})

export interface Schema extends PageSchema {
  byName(name: string): DescribedObject | undefined
  byPlural(plural: string): DescribedObject | undefined
}

/** There, before anything inside of the shell is shown. */
export function useSchema(): Schema {
  const { data } = useSuspenseQuery({ ...schemaQuery, select: withLookups })
  return data
}

const withLookups = (schema: PageSchema): Schema => ({
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
