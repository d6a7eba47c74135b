// What comes by mail and brings somebody in: invitations, open sign-up, new passwords.

import { text } from '../../../fields/index.ts'
import { user } from '../../../objects/user.ts'
import { a, says } from '../../describe/answers.ts'
import { type Endpoint, endpoint } from '../../http/endpoint.ts'
import { acceptInvitation, findInvitation } from '../accept-invitation.ts'
import type { Cookies } from '../cookies.ts'
import { passwordField } from '../password.ts'
import { askForReset, findReset, resetPassword } from '../password-resets.ts'
import { meAnswer } from '../profile.ts'
import { senderOf } from '../sender.ts'
import { askToSignUp } from '../sign-up.ts'
import { at, emailField, open, visitorOf, welcomeWith } from './calls.ts'

const token = text({ required: true, max: 200, label: 'Token', help: 'From the link in the mail.' })
const accepting = { token, name: user.fields.name, password: passwordField }

export const linkEndpoints = (cookies: Cookies): readonly Endpoint[] => {
  const welcome = welcomeWith(cookies)

  return [
    ...at(['/api/sign-up', '/accounts/signup'], path =>
      endpoint({
        ...open,
        method: 'POST',
        path,
        summary: 'Asks for an account, where sign-up is open: a link comes by mail',
        answer: says({ sent: a.flag }),
        body: { email: emailField },
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
      answer: says({ email: a.text }),
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
      answer: meAnswer,
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
      answer: says({ sent: a.flag }),
      body: { email: emailField },
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
      answer: says({ email: a.text }),
      body: { token },
      run: async ({ kernel, body }) => ({ status: 200, body: { email: (await findReset(kernel, body.token)).email } }),
    }),
    endpoint({
      ...open,
      method: 'POST',
      path: '/api/password-resets/use',
      summary: 'Sets a new password by a link, ends every session and signs in',
      answer: meAnswer,
      body: { token, password: passwordField },
      run: async call =>
        welcome(call, await resetPassword(call.kernel, call.body.token, call.body.password, visitorOf(call))),
    }),
  ]
}
