// What declarations are called in other languages than English: a declaration's own labels are the English ones.

import type { Field, FieldShape, Fields, Shapes } from '../../schema/field.ts'
import type { AnyObject } from '../../schema/object.ts'

/** Just the label, where a field has nothing else to say. */
export type FieldWords = string | SaidOfField
export interface SaidOfField {
  readonly label: string
  readonly help?: string
  readonly options?: Readonly<Record<string, string>>
  readonly roles?: Readonly<Record<string, string>>
}
export type ActionWords = string | { readonly label: string; readonly input: Readonly<Record<string, FieldWords>> }

/** Any object's words, as the kernel reads them at run time. */
export interface ObjectWords {
  readonly label: readonly [one: string, many: string]
  readonly about?: string
  readonly prompt?: string
  readonly fields: Readonly<Record<string, FieldWords>>
  readonly form?: Readonly<Record<string, string>>
  readonly actions?: Readonly<Record<string, ActionWords>>
  readonly events?: Readonly<Record<string, string>>
}

interface Declared {
  readonly name: string
  readonly fields: Shapes
  readonly form?: object
  readonly actions: object
  readonly told: object
}

/** object → its words, where nothing is missing and nothing is too much. O is the union of the declarations. */
export type WordsOf<O extends Declared> = { readonly [D in O as D['name']]: WordsOfOne<D> }

type WordsOfOne<D extends Declared> = {
  readonly label: readonly [one: string, many: string]
  readonly about?: string
  readonly prompt?: string
  readonly fields: WordsOfFields<D['fields']>
} & SectionWords<NonNullable<D['form']>> &
  ActionsWords<D['actions']> &
  EventWords<D['told']>

type WordsOfFields<F extends Shapes> = { readonly [K in keyof F]: WordsOfField<F[K]> }
// `help` is a key of every field whose options were left out; only one that is surely there asks for words.
type WordsOfField<F extends FieldShape> = Told<F> extends never ? string : { readonly label: string } & Said<F>
type Told<F> =
  | (F extends { readonly help: string } ? 'help' : never)
  | (F extends { readonly options: object } ? 'options' : never)
  | (F extends { readonly roles: object } ? 'roles' : never)
type Said<F> = {
  readonly [K in Told<F> & keyof F]: F[K] extends string ? string : { readonly [C in keyof F[K]]: string }
}

type SectionWords<S> = keyof S extends never ? unknown : { readonly form: { readonly [K in keyof S]: string } }
type EventWords<E> = keyof E extends never ? unknown : { readonly events: { readonly [K in keyof E]: string } }
type ActionsWords<A> = keyof A extends never
  ? unknown
  : { readonly actions: { readonly [K in keyof A]: WordsOfAction<A[K]> } }
type WordsOfAction<A> = A extends { readonly input: infer I extends Shapes }
  ? { readonly label: string; readonly input: WordsOfFields<I> }
  : string

/** Everything that one object says to people, in one language. */
export interface Labels {
  readonly label: readonly [one: string, many: string]
  readonly about: string | null
  readonly prompt: string | null
  readonly fields: Readonly<Record<string, SaidOfField>>
  readonly form: Readonly<Record<string, string>>
  readonly actions: Readonly<
    Record<string, { readonly label: string; readonly input: Readonly<Record<string, SaidOfField>> }>
  >
  readonly events: Readonly<Record<string, string>>
}

/** The words of the language, and the declaration's own where it has none: a field added at run time. */
export function labelsOf(object: AnyObject, fields: Fields, words?: ObjectWords): Labels {
  return {
    label: words?.label ?? object.label,
    about: words?.about ?? object.about ?? null,
    prompt: words?.prompt ?? object.prompt ?? null,
    fields: labelsOfFields(fields, words?.fields),
    form: mapValues(object.form ?? {}, (_, section) => words?.form?.[section] ?? section),
    actions: mapValues(object.actions, ({ label, input = {} }, name) => {
      const said = words?.actions?.[name]
      if (typeof said === 'object') return { label: said.label, input: labelsOfFields(input, said.input) }
      return { label: said ?? label, input: labelsOfFields(input, undefined) }
    }),
    events: { ...object.told, ...words?.events },
  }
}

const labelsOfFields = (fields: Fields, words: Readonly<Record<string, FieldWords>> | undefined) =>
  mapValues(fields, (field, name) => labelsOfField(name, field, words?.[name]))

function labelsOfField(name: string, field: Field, words: FieldWords | undefined): SaidOfField {
  const said = typeof words === 'string' ? { label: words } : words
  const help = said?.help ?? field.help
  return {
    label: said?.label ?? englishLabel(name, field),
    ...(help === undefined ? {} : { help }),
    ...('options' in field ? { options: { ...field.options, ...said?.options } } : {}),
    ...('roles' in field && field.roles ? { roles: { ...field.roles, ...said?.roles } } : {}),
  }
}

/** `first_name` is "First name" unless the field says otherwise. */
export function englishLabel(name: string, { label }: { readonly label?: string }) {
  const text = name.replaceAll('_', ' ')
  return label ?? text.charAt(0).toUpperCase() + text.slice(1)
}

const mapValues = <V, W>(from: Readonly<Record<string, V>>, to: (value: V, key: string) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(from).map(([key, value]) => [key, to(value, key)]))
