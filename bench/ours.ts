// Ours: what `rapport serve` starts, in a process of its own. One thing is added: a job that follows from each
// contact that is written, as there is in a company that has automations.

import { type Consequence, consequence } from '#kernel/server/actions/behaviours.ts'
import { readConfig } from '#kernel/server/config.ts'
import { reactionQueue } from '#kernel/server/jobs/reactions.ts'
import type { Kernel } from '#kernel/server/kernel.ts'
import { contact } from '#modules/crm/contact.ts'
import { openApp } from '../apps/open-app.ts'
import { serve } from '../apps/serve.ts'
import { neverDue } from './floor-sql.ts'

const follow = consequence(contact, ['created', 'updated'], async (ctx, drafts) => {
  if (drafts.length > 1) return
  await ctx.enqueue(reactionQueue, { reaction: 'bench', ids: drafts.map(({ after }) => after.id) }, { after: neverDue })
})

function withOne(kernel: Kernel, added: Consequence): Kernel {
  const { behaviours } = kernel
  const consequences: typeof behaviours.consequences = (object, events) => {
    const found = behaviours.consequences(object, events)
    return object === added.object && added.events.some(event => events.includes(event)) ? [...found, added] : found
  }
  return Object.create(kernel, { behaviours: { value: { ...behaviours, consequences } } })
}

const app = await openApp(readConfig({ LOG_LEVEL: 'info', ...process.env, PORT: '0' }))
const serving = await serve(Object.assign(app, { kernel: withOne(app.kernel, follow) }))
process.send?.({ port: new URL(serving.url).port })
process.once('SIGTERM', () => serving.close().then(() => process.exit(0)))
