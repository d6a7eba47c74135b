import { sql } from 'kysely'
import { defineJob, type Job, type JobCtx } from '../actions/behaviours.ts'
import type { Outside } from '../parts.ts'
import { companyName } from '../settings/company.ts'
import { readSettings } from '../settings/settings.ts'
import { invitationDays, invitationToken, inviteJob } from './invitations.ts'
import { lettersIn } from './letters.ts'
import { resetHours, resetJob, resetToken, writeReset } from './password-resets.ts'
import { inviteWhoAsked, signUpJob } from './sign-up.ts'

const retried = { retries: 6, retryDelay: 30, mails: true } as const

/** Mail is sent by jobs: nobody waits for it, and a mail server that is away gets it later. */
export function identityJobs({ mailer, publicUrl }: Pick<Outside, 'mailer' | 'publicUrl'>): readonly Job[] {
  const invitationLink = ({ kernel }: JobCtx, id: string) =>
    `${publicUrl}/accounts/signup/#token=${invitationToken(kernel.secrets, id)}`
  const resetLink = ({ kernel }: JobCtx, id: string) =>
    `${publicUrl}/accounts/reset/#token=${resetToken(kernel.secrets, id)}`

  const sendInvitation = defineJob(inviteJob, retried, async (ctx, { id }) => {
    const open = await ctx.transaction(({ db, now }) =>
      sql<Invited>`select email, expires_at from invitations where id = ${id}::uuid
      and accepted_at is null and revoked_at is null and expires_at > ${now}`.execute(db),
    )
    const [found] = open.rows
    if (!found) return
    const letter = lettersIn(ctx.kernel.locale.language).invitation(
      await companyOf(ctx),
      invitationLink(ctx, String(id)),
      invitationDays,
    )
    await mailer.send({ key: `invitation:${id}:${found.expires_at}`, to: [{ email: found.email }], ...letter })
  })

  const sendSignUp = defineJob(signUpJob, retried, async (ctx, data) => {
    const { id, email } = { id: String(data.id), email: String(data.email) }
    const invited = await ctx.transaction(inner => inviteWhoAsked(inner, id, email))
    const words = lettersIn(ctx.kernel.locale.language)
    const company = await companyOf(ctx)
    const letter = invited
      ? words.signUp(company, invitationLink(ctx, id), invitationDays)
      : words.alreadyUser(company, `${publicUrl}/accounts/login/`)
    await mailer.send({ key: `sign-up:${id}`, to: [{ email }], ...letter })
  })

  const sendReset = defineJob(resetJob, retried, async (ctx, data) => {
    const { id, email } = { id: String(data.id), email: String(data.email) }
    const found = await ctx.transaction(({ db, now }) => writeReset(db, ctx.kernel.secrets, id, email, now))
    if (!found) return
    const letter = lettersIn(found.language).reset(found.name, resetLink(ctx, id), resetHours)
    await mailer.send({ key: `reset:${id}`, to: [{ email }], ...letter })
  })

  return [sendInvitation, sendSignUp, sendReset, sweep]
}

interface Invited {
  readonly email: string
  readonly expires_at: string
}

const companyOf = async ({ transaction }: JobCtx) =>
  (await transaction(({ db }) => readSettings(db, [companyName]))).company_name

/** What is over is kept for a while, to be told apart from what never was, and then goes. */
const sweep = defineJob('identity.sweep', { cron: '17 3 * * *' }, async ({ transaction }) => {
  for (const [table, column, days] of over)
    await transaction(({ db, now }) =>
      sql`delete from ${sql.table(table)} where ${sql.ref(column)} < ${now}::timestamptz - ${days} * interval '1 day'`.execute(
        db,
      ),
    )
})

const over = [
  ['sessions', 'expires_at', 0],
  ['throttles', 'seen_at', 2],
  ['devices', 'seen_at', 400],
  ['password_resets', 'expires_at', 30],
  ['invitations', 'expires_at', 90],
] as const
