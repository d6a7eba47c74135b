// One filter for views, segments, conditions, roles, reports and the API:
// { all: [{ status: 'open' }, { any: [{ 'company.industry': 'print' }, { value: { gt: '500' } }] }] }

import type { FieldShape, Shapes, ValueOf } from './field.ts'

export interface Filter {
  readonly all?: readonly Filter[]
  readonly any?: readonly Filter[]
  readonly not?: Filter
  readonly count?: CountLeaf
  /** A field, or a path through refs (`company.industry`): a value, or operators and operands. */
  readonly [path: string]: unknown
}

/** How many records of another object point here: `{ of: 'visit', by: 'guest', within: { last: '30 days' }, gte: 2 }`. */
export interface CountLeaf {
  readonly of: string
  /** The field of the other object that points here; may be left out when there is only one. */
  readonly by?: string
  readonly where?: Filter
  readonly within?: unknown
  /** Which moment or day the window looks at; `created_at` where it is not said. */
  readonly at?: string
  readonly is?: number
  readonly gte?: number
  readonly lte?: number
}

export const filterLimits = { depth: 8, leaves: 100, listed: 1000 } as const

type Condition<F extends FieldShape> =
  | ValueOf<F>
  | null
  | {
      readonly is?: ValueOf<F> | null
      readonly not?: ValueOf<F> | null
      readonly in?: readonly ValueOf<F>[]
      readonly not_in?: readonly ValueOf<F>[]
      readonly all?: ValueOf<F>
      readonly gt?: Operand<F>
      readonly gte?: Operand<F>
      readonly lt?: Operand<F>
      readonly lte?: Operand<F>
      readonly contains?: string
      readonly starts?: string
      readonly during?: unknown
      readonly empty?: boolean
    }
type Operand<F extends FieldShape> = F extends { readonly type: 'money' } ? ValueOf<F> | string | number : ValueOf<F>

/** The same filter where the object is known: fields that do not exist do not compile. */
export type FilterOf<O extends { readonly fields: Shapes }> = {
  readonly all?: readonly FilterOf<O>[]
  readonly any?: readonly FilterOf<O>[]
  readonly not?: FilterOf<O>
  readonly count?: CountLeaf
} & { readonly [K in keyof O['fields']]?: Condition<O['fields'][K]> } & {
  readonly [path: `${string}.${string}`]: unknown
}
