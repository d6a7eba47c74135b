import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseFields, typeOf } from '../../fields/index.ts'
import type { Fields, Shapes } from '../../schema/field.ts'
import type { Locale } from '../../schema/field-type.ts'
import type { Input } from '../../schema/object.ts'
import type { Kernel } from '../kernel.ts'
import type { Answer } from './idempotency.ts'
import { type Principal, requirePrincipal } from './request.ts'

/** A route that is no object's: its input is fields, like an action's, so one parser and one document serve both. */
export interface Endpoint<B extends Shapes = Shapes, Q extends Shapes = Shapes> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly summary: string
  /** Which chapter of the reference it belongs to. */
  readonly chapter: string
  readonly body?: B
  readonly query?: Q
  /** JSON Schema of what is answered, or that nothing is; without it, the answer is not described. See describe/answers.ts. */
  readonly answer?: Readonly<Record<string, unknown>> | 'nothing'
  /** Answers without anyone being signed in. */
  readonly open?: boolean
  readonly run: (call: Call<B, Q>) => Promise<Answer | undefined>
}

export interface Call<B extends Shapes = Shapes, Q extends Shapes = Shapes> {
  readonly kernel: Kernel
  readonly body: Input<B>
  readonly query: Input<Q>
  readonly params: Readonly<Record<string, string>>
  readonly request: FastifyRequest
  /** For what is no JSON: a stream, a cookie, a file. Whoever sends by it answers with undefined. */
  readonly reply: FastifyReply
  /** Who calls; an open endpoint looks at request.principal instead. */
  readonly principal: Principal
}

export const endpoint = <const B extends Shapes = Record<never, never>, const Q extends Shapes = Record<never, never>>(
  spec: Endpoint<B, Q>,
): Endpoint => spec as unknown as Endpoint

export function mountEndpoint(
  server: FastifyInstance,
  kernel: Kernel,
  { method, path, body, query, open, run }: Endpoint,
) {
  const locale = (request: FastifyRequest) => request.principal?.actor.locale ?? kernel.locale
  server.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const principal = open ? (request.principal as Principal) : requirePrincipal(request)
      const answer = await run({
        kernel,
        request,
        reply,
        principal,
        params: (request.params ?? {}) as Record<string, string>,
        body: parseFields((body ?? {}) as Fields, body ? (request.body ?? {}) : {}, locale(request), {
          partial: false,
        }) as never,
        query: parseFields(
          (query ?? {}) as Fields,
          query
            ? fromAddress(query as Fields, request.query as Readonly<Record<string, unknown>>, locale(request))
            : {},
          locale(request),
          { partial: false },
        ) as never,
      })
      if (answer)
        return reply
          .code(answer.status)
          .headers({ ...answer.headers })
          .send(answer.body)
      return reply
    },
  })
}

/** An address has only text: '30' is a number where the field is one. Written as programs do, whoever asks. */
const fromAddress = (fields: Fields, given: Readonly<Record<string, unknown>>, locale: Locale) =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      return [
        name,
        field && typeof value === 'string'
          ? typeOf(field).fromText(value, field, { ...locale, language: 'en' })
          : value,
      ]
    }),
  )
