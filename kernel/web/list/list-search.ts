// How a list stands in the address. Whoever is given the address sees the same list.

export interface ListSearch {
  /** The saved view it began with; what follows is where it differs from that. */
  readonly view?: string | undefined
  readonly q?: string | undefined
  /** A filter, as the API takes it. */
  readonly where?: Readonly<Record<string, unknown>> | undefined
  /** 'status,-score' */
  readonly sort?: string | undefined
  /** 'id.240,email,score.80.pinned' */
  readonly columns?: string | undefined
  readonly group?: string | undefined
  /** The values of the groups that are closed. */
  readonly closed?: readonly unknown[] | undefined
  /** The record that stands open beside the list. */
  readonly peek?: string | undefined
  readonly create?: true | undefined
  /** The field that points back to the record from which one came. */
  readonly with?: string | undefined
  readonly of?: string | undefined
  readonly id?: string | undefined
}

export const readListSearch = (search: Readonly<Record<string, unknown>>): ListSearch =>
  given({
    view: text(search.view),
    q: text(search.q),
    where: filter(search.where),
    sort: text(search.sort),
    columns: text(search.columns),
    group: text(search.group),
    closed: Array.isArray(search.closed) && search.closed.length > 0 ? search.closed : undefined,
    peek: text(search.peek),
    create: search.create === true ? true : undefined,
    with: text(search.with),
    of: text(search.of),
    id: text(search.id),
  })

export const text = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined

const filter = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined

export const given = <T extends object>(search: T) =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T
