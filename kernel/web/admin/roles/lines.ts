import type { DescribedAction, DescribedObject } from '../../../schema/described.ts'
import type { Schema } from '../../schema/use-schema.ts'
import { rest, verbs } from './grants.ts'

/** One object of the matrix: all its verbs, and below it what else can be done with it. */
export interface Line {
  readonly name: string
  readonly label: string
  /** None for all that have no line of their own. */
  readonly object: DescribedObject | undefined
  readonly actions: readonly DescribedAction[]
}

export interface Part {
  readonly label: string | null
  readonly lines: readonly Line[]
}

export const columns = [rest, ...verbs] as const
export type Column = (typeof columns)[number]

/** All others first, then the work by its areas, and what administration stands on at the end. */
export function partsOf({ areas, objects }: Pick<Schema, 'areas' | 'objects'>, everything: string): readonly Part[] {
  const isOffice = ({ name }: { readonly name: string }) => Number(name === 'administration')
  const named = areas
    .toSorted((a, b) => isOffice(a) - isOffice(b))
    .map(({ name, label }) => ({ label, lines: objects.filter(({ area }) => area === name).map(lineOf) }))
  const all = { name: rest, label: everything, object: undefined, actions: [] }
  return [{ label: null, lines: [all] }, ...named.filter(({ lines }) => lines.length > 0)]
}

const lineOf = (object: DescribedObject): Line => ({
  name: object.name,
  label: object.label[1],
  object,
  actions: object.actions,
})
