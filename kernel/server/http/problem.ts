import { STATUS_CODES } from 'node:http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type RefusalKind, Refused } from '../../schema/refused.ts'
import type { Words } from '../words/words.ts'
import { languageOf } from './request.ts'

const statuses: Record<RefusalKind, number> = {
  refused: 403,
  invalid: 422,
  missing: 404,
  conflict: 409,
  unauthenticated: 401,
  throttled: 429,
  broken: 500,
}

/** The one place where an error becomes an answer: RFC 9457, with what to do next. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, words: Words) {
  const refused = error instanceof Refused ? error : asRefused(error)
  const status = statusOf(refused, error)
  if (status >= 500) request.log.error({ err: error, code: refused.code }, 'broken')
  if (refused.kind === 'throttled') reply.header('retry-after', String(refused.params.seconds ?? 1))
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ ...problemOf(refused, status, words, languageOf(request)), request_id: request.id })
}

/** What is said of one thing of several that were asked for at once. */
export const problemAmong = (refused: Refused, words: Words, language: string) =>
  problemOf(refused, statusOf(refused, refused), words, language)

function problemOf(refused: Refused, status: number, words: Words, language: string) {
  const { message, action } = words.say(language, refused.code, refused.params)
  return {
    type: `/api/problems/${refused.code}`,
    title: STATUS_CODES[status] ?? 'Problem',
    status,
    code: refused.code,
    detail: message,
    ...(action ? { action } : {}),
    ...(refused.problems.length
      ? { fields: refused.problems.map(problem => ({ ...problem, ...worded(words, language, problem) })) }
      : {}),
  }
}

function worded(words: Words, language: string, { code, params = {} }: Refused['problems'][number]) {
  const { message, action } = words.say(language, code, params)
  return { message: action ? `${message} ${action}` : message }
}

/** A refusal of an action is a conflict with the state of things; a refusal of a right is forbidden. */
function statusOf(refused: Refused, error: unknown) {
  const ofFramework = (error as FastifyError).statusCode
  if (!(error instanceof Refused) && ofFramework !== undefined && ofFramework < 500) return ofFramework
  if (refused.kind === 'refused' && !rights.has(refused.code)) return 409
  return statuses[refused.kind]
}

const rights = new Set([
  'forbidden',
  'outside-scope',
  'origin-refused',
  'csrf',
  'sign-up-closed',
  'role.not-yours',
  'user.email-not-yours',
  'user.above-you',
  'session-needed',
])

/** What the framework refuses before we see it: broken JSON, a body too long, a wrong content type. */
function asRefused(error: unknown): Refused {
  const code = (error as FastifyError).code ?? ''
  const known = frameworkCodes[code]
  if (known) return new Refused(known, {}, { kind: 'invalid', cause: error })
  const status = (error as FastifyError).statusCode
  if (status !== undefined && status < 500) return new Refused('bad-request', {}, { kind: 'invalid', cause: error })
  return new Refused('broken', {}, { kind: 'broken', cause: error })
}

const frameworkCodes: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'broken-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'empty-body',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unknown-content-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
}
