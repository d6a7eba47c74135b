export type RefusalKind = 'refused' | 'invalid' | 'missing' | 'conflict' | 'unauthenticated' | 'throttled' | 'broken'

export type Params = Readonly<Record<string, unknown>>

/** What is wrong with one field of one record. */
export interface Problem {
  readonly field: string
  readonly code: string
  readonly params?: Params
  /** Which record of several, when more than one was sent. */
  readonly index?: number
}

interface RefusedOptions {
  readonly kind?: RefusalKind
  readonly problems?: readonly Problem[]
  readonly cause?: unknown
}

/** The one error of ours: a code and its parameters. The words come from the catalogues. */
export class Refused extends Error {
  readonly code: string
  readonly params: Params
  readonly kind: RefusalKind
  readonly problems: readonly Problem[]

  constructor(code: string, params: Params = {}, { kind = 'refused', problems = [], cause }: RefusedOptions = {}) {
    super(code, { cause })
    this.name = 'Refused'
    this.code = code
    this.params = params
    this.kind = kind
    this.problems = problems
  }
}

/** Of what was asked: to ask again would be answered the same, unlike what is broken or busy just now. */
export const isAnswer = (error: unknown): error is Refused =>
  error instanceof Refused && error.kind !== 'broken' && error.kind !== 'throttled'

export const invalid = (problems: readonly Problem[]) => new Refused('invalid', {}, { kind: 'invalid', problems })
export const invalidField = (field: string, code: string, params: Params = {}) => invalid([{ field, code, params }])
export const missing = (object: string, id: string) => new Refused('missing', { object, id }, { kind: 'missing' })
