// How somebody comes in, and leaves: nobody is signed in yet, so each of these looks after itself.

import { email, text } from '../../../fields/index.ts'
import { user } from '../../../objects/user.ts'
import { transact } from '../../database/transact.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import type { Principal } from '../../http/request.ts'
import type { Kernel } from '../../kernel.ts'
import type { Cookies } from '../cookies.ts'
import { type Entered, enter } from '../enter.ts'
import { acceptInvitation, findInvitation } from '../invitations.ts'
import { passwordField } from '../password.ts'
import { askForReset, findReset, resetPassword } from '../password-resets.ts'
import { principalsOf } from '../principals.ts'
import { type Sender, senderOf } from '../sender.ts'
import { endSession } from '../sessions.ts'
import { isSetUp, setUp, setUpFields } from '../setup.ts'
import { signIn } from '../sign-in.ts'
import { recordSignIn } from '../sign-ins.ts'
import { askToSignUp } from '../sign-up.ts'
import { type Call, chapter, signedInAs, visitorOf } from './calls.ts'

const token = text({ required: true, max: 200, label: 'Token', help: 'From the link in the mail.' })
const address = email({ required: true, label: 'E-mail' })
const accepting = { token, name: user.fields.name, password: passwordField }

export const enteringEndpoints = (cookies: Cookies): readonly Endpoint[] => {
  const welcome = async (call: Call, entered: Entered, status = 200) => {
    cookies.give(call.reply, entered)
    return { status, body: await signedInAs(call.kernel, entered) }
  }
  const open = { chapter, open: true } as const

  return [
    endpoint({
      ...open,
      method: 'GET',
      path: '/api/setup',
      summary: 'Whether this Rapport waits for its owner',
      run: async ({ kernel }) => ({ status: 200, body: { needed: !(await isSetUp(kernel.database.db)) } }),
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/setup',
      summary: 'First run: the owner, the roles and the company',
      body: setUpFields,
      async run(call) {
        const { kernel, body } = call
        const owner = await setUp(kernel, body as Parameters<typeof setUp>[1])
        return welcome(
          call,
          await transact(kernel.database.db, tx => enter(kernel, tx, owner, 'setup', visitorOf(call))),
          201,
        )
      },
    }),
    ...at(['/api/sign-in', '/accounts/login'], path =>
      endpoint({
        ...open,
        method: 'POST',
        path,
        summary: 'Signs in: the answer sets a cookie',
        body: { email: address, password: passwordField },
        run: async call =>
          welcome(call, await signIn(call.kernel, call.body.email, call.body.password, visitorOf(call))),
      }),
    ),
    ...at(['/api/sign-out', '/accounts/logout'], path =>
      endpoint({
        ...open,
        method: 'POST',
        path,
        summary: 'Ends this session',
        async run({ kernel, request, reply }) {
          if (request.principal?.via === 'session') await leave(kernel, request.principal, senderOf(request))
          cookies.take(reply)
          return { status: 204 }
        },
      }),
    ),
    ...at(['/api/sign-up', '/accounts/signup'], path =>
      endpoint({
        ...open,
        method: 'POST',
        path,
        summary: 'Asks for an account, where sign-up is open: a link comes by mail',
        body: { email: address },
        async run({ kernel, body, request }) {
          await askToSignUp(kernel, body.email, senderOf(request))
          return { status: 202, body: { sent: true } }
        },
      }),
    ),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/invitations/find',
      summary: 'Whom a link invites',
      body: { token },
      run: async ({ kernel, body }) => ({
        status: 200,
        body: { email: (await findInvitation(kernel, body.token)).email },
      }),
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/invitations/accept',
      summary: 'Makes the account that a link invites to, and signs in',
      body: accepting,
      async run(call) {
        const { token: given, name, password } = call.body
        return welcome(call, await acceptInvitation(call.kernel, given, name, password, visitorOf(call)), 201)
      },
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/password-resets',
      summary: 'Asks for a link to a new password; the answer is the same for every address',
      body: { email: address },
      async run({ kernel, body, request }) {
        await askForReset(kernel, body.email, senderOf(request))
        return { status: 202, body: { sent: true } }
      },
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/password-resets/find',
      summary: 'Whose password a link sets',
      body: { token },
      run: async ({ kernel, body }) => ({ status: 200, body: { email: (await findReset(kernel, body.token)).email } }),
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/password-resets/use',
      summary: 'Sets a new password by a link, ends every session and signs in',
      body: { token, password: passwordField },
      run: async call =>
        welcome(call, await resetPassword(call.kernel, call.body.token, call.body.password, visitorOf(call))),
    }),
  ]
}

const at = (paths: readonly string[], make: (path: string) => Endpoint) => paths.map(make)

async function leave(kernel: Kernel, { id, actor }: Principal, from: Sender) {
  const userId = String(actor.id)
  const now = kernel.clock().toISOString()
  await transact(kernel.database.db, async tx => {
    const ended = await endSession(tx, id, userId)
    if (ended) await recordSignIn(tx, { event: 'signed_out', userId, method: 'password', from, now })
  })
  principalsOf(kernel).forget()
}
