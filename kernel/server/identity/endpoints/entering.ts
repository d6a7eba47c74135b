// How somebody comes in, and leaves: nobody is signed in yet, so each of these looks after itself.

import { transact } from '../../database/transact.ts'
import { a, nothing, says } from '../../describe/answers.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import type { Principal } from '../../http/request.ts'
import type { Kernel } from '../../kernel.ts'
import type { Cookies } from '../cookies.ts'
import { enter } from '../enter.ts'
import { passwordField } from '../password.ts'
import { principalsOf } from '../principals.ts'
import { meAnswer } from '../profile.ts'
import { type Sender, senderOf } from '../sender.ts'
import { endSession } from '../sessions.ts'
import { isSetUp, setUp, setUpFields } from '../setup.ts'
import { signIn } from '../sign-in.ts'
import { recordSignIn } from '../sign-ins.ts'
import { at, emailField, open, visitorOf, welcomeWith } from './calls.ts'

export const enteringEndpoints = (cookies: Cookies): readonly Endpoint[] => {
  const welcome = welcomeWith(cookies)

  return [
    endpoint({
      ...open,
      method: 'GET',
      path: '/api/setup',
      summary: 'Whether this Rapport waits for its owner',
      answer: says({ needed: a.flag }),
      run: async ({ kernel }) => ({ status: 200, body: { needed: !(await isSetUp(kernel.database.db)) } }),
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/setup',
      summary: 'First run: the owner, the roles and the company',
      answer: meAnswer,
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
        answer: meAnswer,
        body: { email: emailField, password: passwordField },
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
        answer: nothing,
        async run({ kernel, request, reply }) {
          if (request.principal?.via === 'session') await leave(kernel, request.principal, senderOf(request))
          cookies.take(reply)
          return { status: 204 }
        },
      }),
    ),
  ]
}

async function leave(kernel: Kernel, { id, actor }: Principal, from: Sender) {
  const userId = String(actor.id)
  const now = kernel.clock().toISOString()
  await transact(kernel.database.db, async tx => {
    const ended = await endSession(tx, id, userId)
    if (ended) await recordSignIn(tx, { event: 'signed_out', userId, method: 'password', from, now })
  })
  principalsOf(kernel).forget()
}
