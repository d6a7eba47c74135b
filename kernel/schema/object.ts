import type { Alike } from './alike.ts'
import type { Common, FieldShape, Fields, Id, Shapes, ValueOf } from './field.ts'

export type Need = 'read' | 'create' | 'edit' | 'delete'

export interface Action<I extends Shapes = Shapes> {
  readonly label: string
  /** The permission that carries the action where a role does not narrow it. */
  readonly needs: Need
  /** The object of which it makes a record: it takes the right to create those too. */
  readonly makes?: string
  readonly confirm?: boolean
  /** Others know of it at once: nobody is offered to undo it. */
  readonly final?: true
  readonly input?: I
  /** What a record is like to which it can be done: the page offers it there only. The handler still looks for itself. */
  readonly when?: State
  /** Its colour, where it means something: gained or lost. */
  readonly tone?: 'green' | 'red'
}
/** Fields, and the value that each of them has, or one of several. */
export type State = Readonly<Record<string, string | readonly string[]>>
export type Actions = Readonly<Record<string, Action>>

export interface Spec<F extends Shapes, A extends Actions, E extends string, S extends string> {
  readonly label: readonly [one: string, many: string]
  /** What its records are for, to somebody who has none yet. */
  readonly about?: string
  /** Path of the API and name of the table; never derived from the label. */
  readonly plural: string
  readonly icon: string
  /** Its records have a picture or two letters beside their name, round as people have it or square as companies do. */
  readonly face?: Face
  /** Which part of the sidebar it belongs to. */
  readonly area: string
  /** The field, or the fields joined by a space, that name a record. */
  readonly title: (keyof F & string) | readonly (keyof F & string)[]
  readonly fields: F
  /** The choice whose value is the colour in which the record stands elsewhere. */
  readonly tone?: keyof F & string
  readonly list: readonly (keyof F & string)[]
  /** What stands where one may write a new one: 'Write a note …' */
  readonly prompt?: string
  /** Heading of each section → its fields. */
  readonly form?: Readonly<Record<S, readonly (keyof F & string)[]>>
  /** False for records that belong to nobody in particular: stages, tags, roles. */
  readonly owned?: boolean
  /** The link or ref by which a record is visible to whoever sees what it points to. */
  readonly through?: keyof F & string
  /** The choice between mine, team and all by which an owner lets others read a record. */
  readonly shared?: keyof F & string
  /** The users whom this field names read the record, whoever it belongs to: they take part. */
  readonly sharedWith?: keyof F & string
  /** When it happened, where that is not when it was written down: there it stands in the stories of others. */
  readonly happened?: keyof F & string
  /** Event → how it is told: `{who} won {it}`. */
  readonly events?: Readonly<Record<E, string>>
  /** The events that others know of at once: nobody is offered to undo them. */
  readonly final?: readonly NoInfer<E>[]
  /** Is looked at inside of what it belongs to: it has no place of its own in the sidebar. */
  readonly part?: true
  readonly actions?: A
  readonly board?: Board<keyof F & string>
  readonly step?: Step<keyof F & string>
  readonly alike?: Alike
}

export type Face = 'round' | 'square'

/** How records stand on a board where nobody asked for another one. */
export interface Board<N extends string = string> {
  /** The field whose values are the columns. */
  readonly by: N
  /** The records that belong there. */
  readonly where?: State
  /** The field of the columns that says in how many of a hundred cases something comes of what stands there. */
  readonly weight?: string
  /** The field of the columns that says how many records may stand there at once. */
  readonly most?: string
}

/** A record that is planned for those that it is about: the earliest is their next step. */
export interface Step<N extends string = string> {
  /** The link to those that it is planned for. */
  readonly about: N
  /** The day or the moment on which it is to be done. */
  readonly at: N
  /** The moment, of those that have one beside their day. */
  readonly time?: N
  /** What it is like as long as it is still to be done. */
  readonly where: State
}

export interface ObjectOf<
  N extends string,
  F extends Shapes,
  A extends Actions,
  E extends string,
  S extends string = string,
> {
  readonly name: N
  readonly label: readonly [one: string, many: string]
  readonly about?: string
  readonly plural: string
  readonly icon: string
  readonly face?: Face
  readonly area: string
  readonly title: readonly string[]
  readonly fields: F
  readonly tone?: string
  readonly list: readonly string[]
  readonly prompt?: string
  readonly form?: Readonly<Record<S, readonly string[]>>
  readonly owned: boolean
  readonly through?: string
  readonly shared?: string
  readonly sharedWith?: string
  readonly happened?: string
  readonly part?: true
  readonly events: readonly E[]
  readonly told: Readonly<Record<E, string>>
  readonly final?: readonly string[]
  readonly actions: A
  readonly board?: Board
  readonly step?: Step
  /** How two of its records are found to be the same. */
  readonly alike?: Alike
}

/** Any declaration, as the kernel reads it at run time. */
export type AnyObject = Omit<ObjectOf<string, Fields, Actions, string>, 'actions'> & {
  readonly actions: Readonly<Record<string, Action<Fields>>>
}

/** Any declaration, as a type parameter takes it. */
export interface ObjectShape {
  readonly name: string
  readonly owned: boolean
  readonly fields: Shapes
  readonly actions: Actions
  readonly events: readonly string[]
}

export function defineObject<
  const N extends string,
  const F extends Shapes,
  const A extends Actions = Record<never, Action>,
  const E extends string = never,
  const S extends string = never,
>(name: N, spec: Spec<F, A, E, S>): ObjectOf<N, F, A, E, S> {
  const { title, owned = true, events: told = {} as Record<E, string>, actions = {} as A, ...rest } = spec
  const events = Object.keys(told) as E[]
  return { name, ...rest, title: typeof title === 'string' ? [title] : title, owned, events, told, actions }
}

type Maybe<F extends FieldShape> = F extends { readonly required: true }
  ? ValueOf<F>
  : F extends { readonly type: 'flag' | 'choices' | 'tags' | 'refs' | 'about' }
    ? ValueOf<F>
    : ValueOf<F> | null

type WritableKeys<F extends Shapes> = { [K in keyof F]: F[K] extends { readonly readonly: true } ? never : K }[keyof F]
type RequiredKeys<F extends Shapes> = {
  [K in keyof F]: F[K] extends { readonly required: true }
    ? F[K] extends { readonly default: unknown } | { readonly readonly: true }
      ? never
      : K
    : never
}[keyof F]

export interface Base<N extends string> {
  readonly id: Id<N>
  readonly created_at: string
  readonly updated_at: string
  readonly created_by: Id<'user'> | null
  readonly owner_id: Id<'user'> | null
  readonly version: number
}

/** A record as it is read. */
export type Row<O extends ObjectShape> = Base<O['name']> & { [K in keyof O['fields']]: Maybe<O['fields'][K]> }
/** What anyone who may edit can write. */
export type Patch<O extends ObjectShape> = Partial<InputValues<O['fields']>> & { owner_id?: Id<'user'> | null }
/** What handlers, rules and consequences can write: read-only fields too. */
export type InnerPatch<O extends ObjectShape> = { [K in keyof O['fields']]?: Maybe<O['fields'][K]> } & {
  owner_id?: Id<'user'> | null
}
/** What creates a record: as a patch, with what is required and has no default. */
export type Draft<O extends ObjectShape> = InnerPatch<O> & RequiredValues<O['fields']> & { id?: string }
/** Values of free-standing fields: the input of an action or of an endpoint. */
export type Input<F extends Shapes> = { [K in keyof F]: Maybe<F[K]> }
/** The same, as a caller gives it: what is not required may be left out. */
export type Given<F extends Shapes> = Partial<Input<F>> & RequiredValues<F>

type InputValues<F extends Shapes> = { [K in WritableKeys<F>]: Maybe<F[K]> }
type RequiredValues<F extends Shapes> = { [K in RequiredKeys<F>]: ValueOf<F[K]> }

export type EventOf<O extends ObjectShape> = 'created' | 'updated' | 'deleted' | 'restored' | O['events'][number]
export type ActionOf<O extends ObjectShape> = keyof O['actions'] & string
export type InputOf<O extends ObjectShape, A extends ActionOf<O>> = O['actions'][A] extends {
  readonly input: infer I extends Shapes
}
  ? Input<I>
  : Record<never, never>

/** Fields that every record has, as data like any other. */
export function baseFields(object: Pick<AnyObject, 'owned'>): Fields {
  const kept: Common = { readonly: true }
  const owner = { type: 'ref', to: 'user', label: 'Owner', onDelete: 'clear', index: true } as const
  return {
    ...(object.owned ? { owner_id: owner } : {}),
    created_by: { ...kept, type: 'ref', to: 'user', label: 'Created by', onDelete: 'clear' },
    created_at: { ...kept, type: 'moment', label: 'Created', index: true, required: true },
    updated_at: { ...kept, type: 'moment', label: 'Updated', index: true, required: true },
  } as Fields
}
