import { user } from '../../objects/user.ts'
import { systemActor } from '../access/actor.ts'
import { inContext } from '../actions/open-context.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { requireSignUpOpen } from './accept-invitation.ts'
import { invitationToken, writeInvitation } from './invitations.ts'
import { roleIds } from './rights-given.ts'
import type { Sender } from './sender.ts'
import { accountCounter, addressCounter, takeTry } from './throttle.ts'

export const signUpJob = 'identity.send-sign-up'

/**
 * Whoever asks gets an invitation by mail, if the company lets anyone in: the address is theirs, and the answer does
 * not tell who has an account.
 */
export async function askToSignUp(kernel: Kernel, email: string, from: Sender) {
  await requireSignUpOpen(kernel)
  await takeTry(
    kernel.database.db,
    [accountCounter('sign-up', email), addressCounter('sign-up', from.ip)],
    kernel.clock().toISOString(),
  )
  await enqueueAlone(kernel, signUpJob, { id: kernel.newId(), email })
}

/** Puts work into the queue that no other write belongs to. */
export const enqueueAlone = (kernel: Kernel, job: string, data: Readonly<Record<string, unknown>>) =>
  inContext(kernel, { actor: systemActor(kernel.locale), source: 'page' }, ctx => ctx.enqueue(job, data))

/** In the job: false where the address has an account already. */
export async function inviteWhoAsked(ctx: Context, id: string, email: string): Promise<boolean> {
  if ((await ctx.find(user, { email })).length) return false
  const roles = await roleIds(ctx, ['regular'])
  await writeInvitation(ctx.db, {
    id,
    email,
    roles,
    teams: [],
    invitedBy: null,
    token: invitationToken(ctx.kernel.secrets, id),
    now: ctx.now,
  })
  return true
}
