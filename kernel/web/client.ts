// The API as a typed object: `api.deal.list({ where: { status: 'open' } })`. The types come from the declarations by
// `import type`, so the page carries none of them; at run time a name is turned into a path.

import type { ChoiceTone } from '../fields/choice/choice.ts'
import type { FilterOf } from '../schema/filter.ts'
import type { ActionOf, Base, Given, ObjectShape, Patch, Row } from '../schema/object.ts'
import type { Transport } from './request.ts'

type Columns<O extends ObjectShape> = (keyof O['fields'] | keyof Base<string>) & string

export interface Query<O extends ObjectShape> {
  readonly where?: FilterOf<O>
  readonly search?: string
  readonly sort?: `${'' | '-'}${Columns<O>}`
  readonly limit?: number
  readonly after?: string | undefined
  readonly include?: readonly (keyof O['fields'] & string)[]
  readonly signal?: AbortSignal
}

/** object → id → what it is called. */
export type Included = Readonly<
  Record<
    string,
    Readonly<
      Record<string, { readonly id: string; readonly title: string; readonly url?: string; readonly tone?: ChoiceTone }>
    >
  >
>

export interface Page<R> {
  readonly rows: readonly R[]
  readonly next: string | null
  readonly included?: Included
  /** Where it was asked for: how many there are in all, counted up to a cap. */
  readonly count?: number
  readonly capped?: boolean
}

/** What creates a record through the API: as a patch, with what is required and has no default. */
export type Draft<O extends ObjectShape> = Patch<O> &
  Pick<Given<O['fields']>, keyof Given<O['fields']> & keyof Patch<O>>

/** The record as it was seen: a later version is a conflict. A bare id overwrites whatever stands there. */
type Seen<O extends ObjectShape> = string | Pick<Row<O>, 'id' | 'version'>

export interface Records<O extends ObjectShape> {
  list(query?: Query<O>): Promise<Page<Row<O>>>
  get(id: string, options?: Pick<Query<O>, 'include' | 'signal'>): Promise<Row<O> & { readonly included?: Included }>
  create(draft: Draft<O>): Promise<Row<O>>
  update(seen: Seen<O>, patch: Patch<O>): Promise<Row<O>>
  remove(id: string): Promise<object>
}

type ActionInput<O extends ObjectShape, A extends ActionOf<O>> = O['actions'][A] extends {
  readonly input: infer I extends ObjectShape['fields']
}
  ? Record<never, never> extends Given<I>
    ? [input?: Given<I>]
    : [input: Given<I>]
  : []

type Acts<O extends ObjectShape> = {
  readonly [A in ActionOf<O>]: (id: string, ...input: ActionInput<O, A>) => Promise<Row<O>>
}

export type Client<Os extends Readonly<Record<string, ObjectShape>>> = {
  readonly [N in keyof Os]: Records<Os[N]> & Acts<Os[N]>
}

/** `pluralOf` tells the path of an object; it comes from /api/schema. */
export function client<Os extends Readonly<Record<string, ObjectShape>>>(
  transport: Transport,
  pluralOf: (name: string) => string,
): Client<Os> {
  return new Proxy(
    {},
    { get: (_, name) => (typeof name === 'string' ? actor(transport, pluralOf(name)) : undefined) },
  ) as Client<Os>
}

/** Any object whose type nobody knows, as the generated screens see it. */
export interface AnyRecord {
  readonly id: string
  readonly version: number
  readonly [name: string]: unknown
}
export interface AnyQuery {
  readonly where?: unknown
  readonly search?: string | undefined
  readonly sort?: string | undefined
  readonly limit?: number
  readonly after?: string | undefined
  readonly count?: boolean
  readonly include?: readonly string[]
  readonly columns?: readonly string[]
  readonly signal?: AbortSignal
}

export interface TotalsQuery extends Pick<AnyQuery, 'where' | 'search' | 'signal'> {
  readonly group?: string
  readonly sum?: readonly string[]
}
export interface Total {
  readonly group: unknown
  readonly count: number
  /** Money by currency, never mixed. */
  readonly sums: Readonly<Record<string, unknown>>
}

export function records(transport: Transport, plural: string) {
  const path = `/api/${plural}`
  return {
    list: ({ signal, ...query }: AnyQuery = {}) =>
      transport({ path, query: inAddress(query), ...only({ signal }) }) as Promise<Page<AnyRecord>>,
    get: (id: string, { signal, include }: Pick<AnyQuery, 'include' | 'signal'> = {}) =>
      transport({ path: `${path}/${id}`, query: inAddress({ ...only({ include }) }), ...only({ signal }) }) as Promise<
        AnyRecord & { readonly included?: Included }
      >,
    totals: async ({ signal, sum, ...query }: TotalsQuery) => {
      const asked = { ...inAddress(query), ...(sum?.length ? { sum: sum.join(',') } : {}) }
      return ((await transport({ path: `${path}/totals`, query: asked, ...only({ signal }) })) as { rows: Total[] })
        .rows
    },
    create: (draft: unknown) => transport({ method: 'POST', path, body: draft }) as Promise<AnyRecord>,
    /** Writes nothing; refuses as writing would. Of a new record, or of the one with this id. */
    check: (values: unknown, id?: string) =>
      transport({ method: 'POST', path: `${path}/check`, body: { values, ...only({ id }) } }),
    update: (seen: string | Pick<AnyRecord, 'id' | 'version'>, patch: unknown) =>
      transport({
        method: 'PATCH',
        path: `${path}/${idOf(seen)}`,
        body: patch,
        headers: ifMatch(seen),
      }) as Promise<AnyRecord>,
    /** Each its own patch: one request, one transaction, and one thing to take back. */
    updateEach: (edits: readonly { readonly id: string; readonly [name: string]: unknown }[]) =>
      transport({ method: 'PATCH', path, body: { edits } }) as Promise<object>,
    /** Answers with nothing but what `batchOf` can tell of it. */
    remove: (id: string) => transport({ method: 'DELETE', path: `${path}/${id}` }) as Promise<object>,
    act: (id: string, action: string, input: unknown = {}) =>
      transport({ method: 'POST', path: `${path}/${id}/${action}`, body: input }) as Promise<AnyRecord>,
  }
}

/** What is none of the five verbs is an action. */
function actor(transport: Transport, plural: string) {
  const known = records(transport, plural)
  return new Proxy(known, {
    get: (_, name) =>
      Object.hasOwn(known, name)
        ? known[name as keyof typeof known]
        : (id: string, input?: unknown) => known.act(id, String(name), input),
  })
}

const idOf = (seen: string | { readonly id: string }) => (typeof seen === 'string' ? seen : seen.id)
const ifMatch = (seen: string | { readonly version: number }): Record<string, string> =>
  typeof seen === 'string' ? {} : { 'if-match': `"${seen.version}"` }

function inAddress({ where, include, columns, count, ...rest }: Omit<AnyQuery, 'signal'>) {
  return {
    ...rest,
    ...(count ? { count: 'true' } : {}),
    ...(where === undefined ? {} : { where: JSON.stringify(where) }),
    ...(include?.length ? { include: include.join(',') } : {}),
    ...(columns?.length ? { columns: columns.join(',') } : {}),
  }
}

const only = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
