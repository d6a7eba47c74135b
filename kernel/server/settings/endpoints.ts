import type { Fields } from '../../schema/field.ts'
import { Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import { inContext } from '../actions/open-context.ts'
import { endpoint } from '../http/endpoint.ts'
import { sourceOf } from '../http/request.ts'
import { valueAnewJob } from '../records/rates.ts'
import { companySettings, currency } from './company.ts'
import { readSettings, writeSetting } from './settings.ts'

// A default would be taken for a wish to reset: what is left out here stays as it is.
const fields: Fields = Object.fromEntries(
  companySettings.map(({ key, field }) => [key, { ...field, default: undefined }]),
)

export const settingEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/settings',
    chapter: 'Settings',
    summary: 'What the company has decided for everybody',
    run: async ({ kernel }) => ({ status: 200, body: await readSettings(kernel.database.db, companySettings) }),
  }),
  endpoint({
    method: 'PATCH',
    path: '/api/settings',
    chapter: 'Settings',
    summary: 'Changes settings; what is left out stays',
    body: fields,
    async run({ kernel, principal, body }) {
      requireEverything(principal.actor)
      await inContext(kernel, { actor: principal.actor, source: sourceOf(principal) }, async ctx => {
        for (const setting of companySettings) {
          const value = (body as Record<string, unknown>)[setting.key]
          if (value !== null && value !== undefined) await writeSetting(ctx, setting, value as never)
          if (setting === currency && value && value !== kernel.locale.currency)
            await ctx.enqueue(valueAnewJob, { currency: null, from: null })
        }
      })
      return { status: 200, body: await readSettings(kernel.database.db, companySettings) }
    },
  }),
]

export function requireEverything(actor: Actor) {
  if (!actor.roles.some(({ everything }) => everything))
    throw new Refused('forbidden', { object: 'settings', verb: 'edit' })
}
