import { sql } from 'kysely'
import { regional } from '#kernel/schema/regional.ts'
import { defineJob, type Job } from '#kernel/server/actions/behaviours.ts'
import type { Outside } from '#kernel/server/parts.ts'
import type { QuoteDocument } from '../../document.ts'
import { quote } from '../../quote.ts'
import { letterIn } from './letters.ts'
import { quoteLink } from './link.ts'

export const sendJob = 'quote.send-letter'

export const quoteJobs = ({ mailer, publicUrl }: Pick<Outside, 'mailer' | 'publicUrl'>): readonly Job[] => [
  defineJob(sendJob, { retries: 6, retryDelay: 30, mails: true }, async (ctx, data) => {
    const [id, email, message, by] = [String(data.id), String(data.email), data.message as string | null, data.by]
    const found = await ctx.transaction(({ db }) => readSent(id, by).execute(db))
    const [sent] = found.rows
    if (!sent) return
    const { title, language, country, from, to, valid_until } = JSON.parse(sent.content) as QuoteDocument
    const letter = letterIn(language, {
      number: sent.number,
      title,
      company: from.name,
      by: from.by,
      person: to.person,
      message,
      link: quoteLink(publicUrl, ctx.kernel.secrets, id),
      until: valid_until && dayIn(regional({ language, country }), valid_until),
    })
    const replyTo = sent.reply_to ? { replyTo: { name: from.by, email: sent.reply_to } } : {}
    await mailer.send({ key: `quote:${id}`, to: [{ email }], ...replyTo, ...letter })
  }),
  expire,
]

/** What was withdrawn meanwhile is not sent. */
const readSent = (id: string, by: unknown) => sql<{ number: string; content: string; reply_to: string | null }>`
  select q.number, d.content, (select email from users where id = ${by}::uuid) as reply_to
  from quotes as q join quote_documents as d on d.quote_id = q.id
  where q.id = ${id}::uuid and q.status = 'sent' and q.deleted_at is null`

const dayIn = (local: string, day: string) =>
  new Intl.DateTimeFormat(local, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

const slice = 200

/** By the company's calendar, shortly after midnight. */
const expire = defineJob('quote.expire', { cron: '5 0 * * *', retries: 5, retryDelay: 60 }, async ctx => {
  for (let count = slice; count === slice && !ctx.signal.aborted; )
    count = await ctx.transaction(async inner => {
      const { rows } = await sql<{ id: string }>`select id from quotes
        where status = 'sent' and valid_until < ${ctx.today}::date and deleted_at is null order by id limit ${slice}`.execute(
        inner.db,
      )
      const quotes = await inner.byIds(
        quote,
        rows.map(({ id }) => id),
      )
      const over = quotes.filter(({ status }) => status === 'sent')
      await inner.update(quote, over, { status: 'expired' }, 'expired')
      return rows.length
    })
})
