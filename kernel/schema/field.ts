// A field is plain data: the same shape is written in a file (built in) or stored in a row (custom).

/** Value on the wire by field type. Each folder in kernel/fields adds its own line. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the field types
export interface Values {}

/** Options by field type, beyond the common ones. Each folder in kernel/fields adds its own line. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the field types
export interface Options {}

export type Mask = 'personal' | 'financial'

export interface Common {
  readonly label?: string
  readonly help?: string
  readonly required?: boolean
  readonly unique?: boolean
  readonly search?: boolean
  /** Only handlers, rules and consequences write it: it is not in the API's input. */
  readonly readonly?: boolean
  /** Follows from other facts, and from time: kept, filtered and sorted, but nobody's doing. No change row tells of it. */
  readonly derived?: true
  readonly mask?: Mask
  /** Sorted and filtered often enough to deserve an index of its own. Fields of `list` have one anyway. */
  readonly index?: boolean
}

export type FieldTypeName = keyof Options & keyof Values
export type Field = { [T in FieldTypeName]: Common & Options[T] & { readonly type: T } }[FieldTypeName]
export type FieldOf<T extends FieldTypeName> = Common & Options[T] & { readonly type: T }
export type Fields = Readonly<Record<string, Field>>

/** A field as the type parameters of a declaration see it. */
export interface FieldShape extends Common {
  readonly type: string
}
export type Shapes = Readonly<Record<string, FieldShape>>

export type Id<T extends string = string> = string & { readonly __of?: T }

export type ValueOf<F extends FieldShape> = F extends { readonly type: 'choice'; readonly options: infer O }
  ? keyof O & string
  : F extends { readonly type: 'choices'; readonly options: infer O }
    ? (keyof O & string)[]
    : F extends { readonly type: 'ref'; readonly to: infer T extends string }
      ? Id<T>
      : F extends { readonly type: infer T extends keyof Values }
        ? Values[T]
        : never
