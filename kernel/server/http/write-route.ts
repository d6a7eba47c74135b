import type { FastifyReply, FastifyRequest } from 'fastify'
import { inContext } from '../actions/open-context.ts'
import type { Kernel } from '../kernel.ts'
import type { Context } from '../records/context.ts'
import { type Answer, once, readKey } from './idempotency.ts'
import { requirePrincipal, sourceOf } from './request.ts'

/** A route that writes: one transaction, once per Idempotency-Key, and the batch by which it can be undone. */
export async function write(
  kernel: Kernel,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (ctx: Context) => Promise<Answer>,
) {
  const principal = requirePrincipal(request)
  const key = readKey(request.headers['idempotency-key'])
  const answer = await inContext(kernel, { actor: principal.actor, source: sourceOf(principal) }, ctx => {
    const run = async () => withBatch(ctx, await work(ctx))
    if (key === undefined) return run()
    const route = `${request.method} ${request.url.split('?')[0]}`
    return once(
      ctx.db,
      { actorId: principal.actor.id ?? principal.id, route, key, body: request.body, now: ctx.now },
      run,
    )
  })
  return reply
    .code(answer.status)
    .headers({ ...answer.headers })
    .send(answer.body)
}

const withBatch = (ctx: Context, answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, batch: ctx.batch },
})
