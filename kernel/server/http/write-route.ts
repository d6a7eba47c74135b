import type { FastifyReply, FastifyRequest } from 'fastify'
import { inContext } from '../actions/open-context.ts'
import { along } from '../database/transaction.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { type Answer, once, readKey } from './idempotency.ts'
import { requirePrincipal, sourceOf } from './request.ts'

/** An answer for which something is still being read: it arrives with the end of the transaction. */
export interface Arriving {
  readonly arriving: Promise<Answer>
}

/** A route that writes: one transaction, once per Idempotency-Key, and the batch by which it can be undone. */
export async function write(
  kernel: Kernel,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (ctx: Context) => Promise<Answer | Arriving>,
) {
  const principal = requirePrincipal(request)
  const key = readKey(request.headers['idempotency-key'])
  const { arriving } = await inContext(kernel, { actor: principal.actor, source: sourceOf(principal) }, async ctx => {
    const run = async () => withBatch(ctx, await work(ctx))
    if (key === undefined) return run()
    const route = `${request.method} ${request.url.split('?')[0]}`
    const attempt = { actorId: principal.actor.id ?? principal.id, route, key, body: request.body, now: ctx.now }
    const answer = await once(ctx.db, attempt, async () => (await run()).arriving)
    return { arriving: Promise.resolve(answer) }
  })
  const answer = await arriving
  return reply
    .code(answer.status)
    .headers({ ...answer.headers })
    .send(answer.body)
}

async function withBatch({ db, batch }: Context, outcome: Answer | Arriving): Promise<Arriving> {
  const answer = 'arriving' in outcome ? outcome.arriving : Promise.resolve(outcome)
  const arriving = answer.then(({ headers, ...rest }) => ({ ...rest, headers: { ...headers, batch } }))
  await along(db, arriving)
  return { arriving }
}
