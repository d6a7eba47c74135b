import type { DescribedObject } from '../../schema/described.ts'
import type { Schema } from '../schema/use-schema.ts'
import { mayDo } from '../schema/use-schema.ts'

export interface Area {
  readonly name: string
  readonly label: string
  readonly objects: readonly DescribedObject[]
}

/** What stands in the sidebar: the objects by area, without those that are parts of others. */
export const areasOf = ({ areas, objects }: Schema): Area[] =>
  areas
    .map(area => ({ ...area, objects: objects.filter(object => object.area === area.name && !object.part) }))
    .filter(area => area.objects.length > 0)
    // Settings of the company come after the work.
    .sort((a, b) => Number(a.name === 'administration') - Number(b.name === 'administration'))

export const creatable = (schema: Schema) =>
  areasOf(schema).flatMap(({ name, objects }) =>
    name === 'administration' ? [] : objects.filter(object => mayDo(object, 'create')),
  )
