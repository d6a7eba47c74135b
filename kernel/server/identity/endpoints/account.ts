import { moment, text } from '../../../fields/index.ts'
import { missing } from '../../../schema/refused.ts'
import { a, nothing, orNull, rowsOf, says } from '../../describe/answers.ts'
import { listOf } from '../../describe/json-schema.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { readId } from '../../http/query.ts'
import { issueKey, listKeys, readScopes, revokeKey } from '../api-keys.ts'
import { changePassword } from '../credentials.ts'
import { passwordField } from '../password.ts'
import { principalsOf } from '../principals.ts'
import { describeMe, editProfile, meAnswer, profileFields } from '../profile.ts'
import { endOtherSessions, endSession } from '../sessions.ts'
import { chapter, requireInPerson } from './calls.ts'

const profile = (method: 'PATCH' | 'POST', path: string) =>
  endpoint({
    method,
    path,
    chapter,
    summary: 'Changes what people say about themselves; what is left out stays',
    answer: meAnswer,
    body: profileFields,
    async run({ kernel, principal, body, request }) {
      requireInPerson(principal)
      await editProfile(kernel, principal, body, request.body)
      return { status: 200, body: await describeMe(kernel, principal) }
    },
  })

const me: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/me',
    chapter,
    summary: 'Who is signed in, and where',
    answer: meAnswer,
    run: async ({ kernel, principal }) => ({ status: 200, body: await describeMe(kernel, principal) }),
  }),
  profile('PATCH', '/api/me'),
  profile('POST', '/accounts/profile'),
  endpoint({
    method: 'POST',
    path: '/api/me/password',
    chapter,
    summary: 'Changes the password; all other sessions end',
    answer: nothing,
    body: { old_password: passwordField, new_password: passwordField },
    async run({ kernel, principal, body }) {
      const userId = requireInPerson(principal)
      await changePassword(kernel, {
        userId,
        sessionId: principal.id,
        old: body.old_password,
        fresh: body.new_password,
      })
      return { status: 204 }
    },
  }),
]

const sessions: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/me/sessions',
    chapter,
    summary: 'Where this person is signed in',
    answer: rowsOf({
      id: a.id,
      created_at: a.moment,
      seen_at: a.moment,
      expires_at: a.moment,
      ip: orNull(a.text),
      user_agent: orNull(a.text),
      current: a.flag,
    }),
    async run({ kernel, principal }) {
      const rows = await kernel.database.db
        .selectFrom('sessions')
        .select(['id', 'created_at', 'seen_at', 'expires_at', 'ip', 'user_agent'])
        .where('user_id', '=', requireInPerson(principal))
        .where('expires_at', '>', kernel.clock().toISOString())
        .orderBy('seen_at', 'desc')
        .execute()
      return { status: 200, body: { rows: rows.map(row => ({ ...row, current: row.id === principal.id })) } }
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/me/sessions/:id',
    chapter,
    summary: 'Signs out one session',
    answer: nothing,
    async run({ kernel, principal, params }) {
      const id = readId(params.id)
      if (!(await endSession(kernel.database.db, id, requireInPerson(principal)))) throw missing('session', id)
      principalsOf(kernel).forget()
      return { status: 204 }
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/me/sessions',
    chapter,
    summary: 'Signs out everywhere else',
    answer: nothing,
    async run({ kernel, principal }) {
      await endOtherSessions(kernel.database.db, requireInPerson(principal), principal.id)
      principalsOf(kernel).forget()
      return { status: 204 }
    },
  }),
]

const key = {
  ...{ id: a.id, prefix: a.text, name: a.text, scopes: listOf(a.text) },
  ...{ created_at: a.moment, expires_at: orNull(a.moment) },
}
const keys: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/api/me/keys',
    chapter,
    summary: 'The API keys of this person, without their secrets',
    answer: rowsOf({ ...key, last_used_at: orNull(a.moment) }),
    run: async ({ kernel, principal }) => ({
      status: 200,
      body: { rows: await listKeys(kernel.database.db, requireInPerson(principal)) },
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/api/me/keys',
    chapter,
    summary: 'Makes an API key; its secret is in this answer only',
    answer: says({ ...key, key: a.text }),
    body: {
      name: text({ required: true, max: 80, label: 'Name' }),
      scopes: text({ required: true, max: 2000, label: 'Scopes', help: 'Such as contact:read deal:*' }),
      expires_at: moment({ label: 'Expires' }),
    },
    async run({ kernel, principal, body }) {
      requireInPerson(principal)
      const { name, scopes, expires_at } = body
      return {
        status: 201,
        body: await issueKey(kernel, principal.actor, { name, scopes: readScopes(scopes), expires_at }),
      }
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/api/me/keys/:id',
    chapter,
    summary: 'Revokes an API key',
    answer: nothing,
    async run({ kernel, principal, params }) {
      await revokeKey(kernel, requireInPerson(principal), readId(params.id))
      return { status: 204 }
    },
  }),
]

export const accountEndpoints: readonly Endpoint[] = [...me, ...sessions, ...keys]
