import { queryOptions } from '@tanstack/react-query'
import { createContext, use } from 'react'
import type { DescribedField, DescribedObject, PageSchema } from '../../schema/described.ts'
import type { Locale } from '../../schema/field-type.ts'
import { request } from '../request.ts'

export const schemaQuery = queryOptions({
  queryKey: ['schema'],
  queryFn: async ({ signal }) => (await request({ path: '/api/schema', signal })) as PageSchema,
  staleTime: 5 * 60_000,
})

export interface Schema extends PageSchema {
  /** How this person reads and writes values. */
  readonly locale: Locale
  byName(name: string): DescribedObject | undefined
  byPlural(plural: string): DescribedObject | undefined
}

export const Known = createContext<Schema | null>(null)

/** There, before anything inside of the shell is shown. */
export function useSchema(): Schema {
  const schema = use(Known)
  if (!schema) throw new Error('Nothing is known outside SchemaIn.')
  return schema
}

export const useLocale = (): Locale => useSchema().locale

export function withLookups(schema: PageSchema): Schema {
  const { person, company, objects } = schema
  const byName = new Map(objects.map(object => [object.name, object]))
  const byPlural = new Map(objects.map(object => [object.plural, object]))
  return {
    ...schema,
    locale: { language: person.language, zone: person.zone, country: company.country, currency: company.currency },
    byName: name => byName.get(name),
    byPlural: plural => byPlural.get(plural),
  }
}

export const fieldOf = (object: DescribedObject, name: string): DescribedField | undefined =>
  object.fields.find(field => field.name === name)
export const mayDo = (object: DescribedObject, verb: string) => object.verbs.includes(verb)
