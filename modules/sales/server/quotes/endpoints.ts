import type { FastifyReply } from 'fastify'
import { json, text } from '#kernel/fields/index.ts'
import { Refused } from '#kernel/schema/refused.ts'
import { canSee } from '#kernel/server/access/rights.ts'
import { inContext } from '#kernel/server/actions/open-context.ts'
import { a, orNull, says } from '#kernel/server/describe/answers.ts'
import { type Call, type Endpoint, endpoint } from '#kernel/server/http/endpoint.ts'
import { readId } from '#kernel/server/http/query.ts'
import { readingOf } from '#kernel/server/http/reading.ts'
import { sourceOf } from '#kernel/server/http/request.ts'
import { senderOf } from '#kernel/server/identity/sender.ts'
import { type Counter, takeTry } from '#kernel/server/identity/throttle.ts'
import { hashToken } from '#kernel/server/identity/token.ts'
import type { Outside } from '#kernel/server/parts.ts'
import { getRecord } from '#kernel/server/records/get.ts'
import { loadFor } from '#kernel/server/records/load.ts'
import { drawingBox } from '../../drawing.ts'
import { quote } from '../../quote.ts'
import { acceptByLink, declineByLink, findByLink, markSeen, pageOf } from './by-link.ts'
import type { AnyQuote } from './document.ts'
import { readDrawing } from './drawing.ts'
import { quoteLink } from './link.ts'
import { type Pdf, pdfFor, sentPdf } from './pdf.ts'
import { requireWhole } from './whole.ts'

const chapter = 'Quotes'
const token = text({ required: true, max: 200, label: 'Token', help: 'From the link in the mail.' })
const open = { chapter, open: true, method: 'POST' } as const
const page = says({
  ...{ status: a.text, number: a.text, company: a.text, language: a.text, logo: orNull(a.text) },
  ...{ document: orNull(a.record), accepted_by: orNull(a.text), answered_at: orNull(a.moment) },
})
const unlisted = { 'x-robots-tag': 'noindex, nofollow' } as const

export const quoteEndpoints = ({ publicUrl }: Pick<Outside, 'publicUrl'>): readonly Endpoint[] => [
  endpoint({
    method: 'GET',
    path: '/api/quotes/:id/link',
    chapter,
    summary: 'The link by which a quote that was sent is opened, for who may send it and see all of it',
    answer: says({ url: a.text }),
    async run({ kernel, principal, params }) {
      const id = readId(params.id)
      const doing = { actor: principal.actor, source: sourceOf(principal) }
      await inContext(kernel, doing, async ctx =>
        requireWhole(ctx, await loadFor(ctx, ctx.models.get('quote'), [id], 'send')),
      )
      return { status: 200, body: { url: quoteLink(publicUrl, kernel.secrets, id) } }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/quotes/:id/pdf',
    chapter,
    summary: 'A quote as PDF: as it was sent, or a draft as it is now',
    async run({ kernel, request, params, reply }) {
      const reading = readingOf(kernel, request)
      const { row } = await getRecord(reading, reading.models.get('quote'), readId(params.id))
      return handOver(reply, await pdfFor(kernel, reading, row as unknown as AnyQuote))
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/quotes/:id/signature',
    chapter,
    summary: 'How a quote was accepted by its link: by whom, when, from where, and the hash of what was accepted',
    answer: says({
      signature: orNull(
        says({
          name: a.text,
          drawing: orNull(a.record),
          signed_at: a.moment,
          ip: a.text,
          user_agent: a.text,
          sha256: a.text,
        }),
      ),
    }),
    async run({ kernel, request, params }) {
      const reading = readingOf(kernel, request)
      const model = reading.models.get('quote')
      const { row } = await getRecord(reading, model, readId(params.id))
      if (!canSee(reading.actor, model, 'accepted_by')) return { status: 200, body: { signature: null } }
      const found = await kernel.database.db
        .selectFrom('quote_signatures')
        .select(['name', 'drawing', 'signed_at', 'ip', 'user_agent', 'sha256'])
        .where('quote_id', '=', row.id)
        .executeTakeFirst()
      return { status: 200, body: { signature: found ?? null } }
    },
  }),
  endpoint({
    ...open,
    path: '/api/public/quotes/open',
    summary: 'The quote that a link leads to',
    answer: page,
    body: { token },
    async run(call) {
      const found = await byLink(call)
      // A colleague who looks at the link is not the customer.
      if (found.status === 'sent' && found.seen_at === null && !call.request.principal)
        await markSeen(call.kernel, found)
      return { status: 200, body: pageOf(call.kernel, found), headers: unlisted }
    },
  }),
  endpoint({
    ...open,
    path: '/api/public/quotes/pdf',
    summary: 'The quote that a link leads to, as PDF',
    body: { token },
    async run(call) {
      const { kernel, reply, body } = call
      const found = await byLink(call)
      if (found.status === 'withdrawn') throw new Refused('quote.not-sent')
      await takeTry(kernel.database.db, [printing(body.token)], kernel.clock().toISOString())
      return handOver(reply, await sentPdf(kernel, found.id, found.content, found.made_at))
    },
  }),
  endpoint({
    ...open,
    path: '/api/public/quotes/accept',
    summary: 'Accepts the quote that a link leads to, with a name and, drawn or typed, a signature',
    answer: page,
    body: {
      token,
      name: quote.actions.accept.input.name,
      drawing: json({
        label: 'Signature',
        max: 60_000,
        help: `Strokes, each a list of x and y in ${drawingBox.width} by ${drawingBox.height}.`,
      }),
    },
    async run(call) {
      const { name, drawing } = call.body
      const signature = { name, drawing: readDrawing(drawing) }
      const found = await byLink(call)
      await acceptByLink(call.kernel, found, signature, senderOf(call.request))
      return { status: 200, body: pageOf(call.kernel, await byLink(call)), headers: unlisted }
    },
  }),
  endpoint({
    ...open,
    path: '/api/public/quotes/decline',
    summary: 'Declines the quote that a link leads to',
    answer: page,
    body: { token, reason: quote.actions.decline.input.reason },
    async run(call) {
      await declineByLink(call.kernel, await byLink(call), call.body.reason)
      return { status: 200, body: pageOf(call.kernel, await byLink(call)), headers: unlisted }
    },
  }),
]

const byLink = ({ kernel, body, request }: Pick<Call, 'kernel' | 'request'> & { readonly body: { token: string } }) =>
  findByLink(kernel, body.token, senderOf(request))

/** It takes more than the other calls: so many in a row are free. */
const printing = (link: string): Counter => ({ key: `quote-pdf:${hashToken(link)}`, free: 40 })

function handOver(reply: FastifyReply, { name, stream }: Pdf): undefined {
  reply
    .headers({
      ...unlisted,
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name}"`,
    })
    .send(stream)
}
