/** What is wrong with one field, in the person's language. */
export interface FieldTrouble {
  readonly field: string
  readonly code: string
  readonly message: string
  readonly params?: Readonly<Record<string, unknown>>
}

/** What the server refused, in its own words; `offline` and `unexpected` are the page's own. */
export class Trouble extends Error {
  readonly status: number
  readonly code: string
  /** What to do about it. */
  readonly action: string | undefined
  readonly fields: readonly FieldTrouble[]

  constructor(
    status: number,
    { code, detail, action, fields = [] }: Partial<ProblemBody> & { readonly code: string },
    cause?: unknown,
  ) {
    super(detail ?? code, { cause })
    this.name = 'Trouble'
    this.status = status
    this.code = code
    this.action = action
    this.fields = fields
  }
}

/** The server never weighed it: there was no way to it, or nobody was signed in any more. */
export const isUnheard = (error: unknown) => error instanceof Trouble && (error.status === 0 || error.status === 401)

interface ProblemBody {
  readonly code: string
  readonly detail: string
  readonly action?: string
  readonly fields?: readonly FieldTrouble[]
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** One call of the API: what it answers, or a Trouble. */
export type Transport = (call: Call) => Promise<unknown>

export const request: Transport = async ({ method = 'GET', path, query = {}, body, headers, signal }) => {
  const answer = await heard(addressOf(path, query), {
    method,
    headers: { accept: 'application/json', ...contentType(body), ...headers },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const read: unknown = answer.status === 204 ? {} : await answer.json().catch(() => undefined)
  const batch = answer.headers.get('batch')
  if (batch !== null && typeof read === 'object' && read !== null) keep(read, batch)
  return read
}

/** What a file of the API holds, or a Trouble. */
export const textOf = async (address: string) => (await heard(address, {})).text()

/** By which what a write did can be undone; reading has none. */
export const batchOf = (answer: unknown) =>
  typeof answer === 'object' && answer !== null ? batches.get(answer) : undefined

/** Whether this very page did it: it shows already. */
export const isOwnBatch = (batch: string) => own.includes(batch)

const batches = new WeakMap<object, string>()
const own: string[] = []

function keep(answer: object, batch: string) {
  batches.set(answer, batch)
  own.push(batch)
  if (own.length > 200) own.shift()
}

async function heard(address: string, init: RequestInit) {
  const answer = await reach(address, init)
  if (answer.ok) return answer
  const read: unknown = await answer.json().catch(() => undefined)
  throw new Trouble(answer.status, isProblem(read) ? read : { code: 'unexpected' })
}

async function reach(address: string, init: RequestInit) {
  try {
    return await fetch(address, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new Trouble(0, { code: 'offline' }, cause)
  }
}

function addressOf(path: string, query: NonNullable<Call['query']>) {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length ? `${path}?${new URLSearchParams(given)}` : path
}

const contentType = (body: unknown): Record<string, string> =>
  body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }

const isProblem = (read: unknown): read is ProblemBody =>
  typeof read === 'object' && read !== null && 'code' in read && 'detail' in read
