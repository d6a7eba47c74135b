import type { Fields } from '../../schema/field.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { inContext } from '../actions/open-context.ts'
import { ofField, orNull, says } from '../describe/answers.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { sourceOf } from '../http/request.ts'
import { requireFiles } from '../records/attach.ts'
import { valueAnewJob } from '../records/rates.ts'
import { companySettings, currency } from './company.ts'
import { letterheadSettings } from './letterhead.ts'
import type { AnySetting } from './setting.ts'
import { readSettings, writeSetting } from './settings.ts'

/** The kernel's settings, and those of the modules. */
export function settingEndpoints(ofModules: readonly AnySetting[]): readonly Endpoint[] {
  const settings: readonly AnySetting[] = [...companySettings, ...letterheadSettings, ...ofModules]
  // A default would be taken for a wish to reset: what is left out here stays as it is.
  const fields: Fields = Object.fromEntries(settings.map(({ key, field }) => [key, { ...field, default: undefined }]))
  const answer = says(
    Object.fromEntries(
      settings.map(({ key, field, default: initial }) => [
        key,
        initial === null ? orNull(ofField(field)) : ofField(field),
      ]),
    ),
  )

  return [
    endpoint({
      method: 'GET',
      path: '/api/settings',
      chapter: 'Settings',
      summary: 'What the company has decided for everybody',
      answer,
      run: async ({ kernel }) => ({ status: 200, body: await readSettings(kernel.database.db, settings) }),
    }),
    endpoint({
      method: 'PATCH',
      path: '/api/settings',
      chapter: 'Settings',
      summary: 'Changes settings; what is left out stays, and null empties what may be empty',
      answer,
      body: fields,
      async run({ kernel, principal, body, request }) {
        requireAdministrator(principal.actor)
        const values = body as Readonly<Record<string, unknown>>
        const sent = (request.body ?? {}) as object
        const isGiven = ({ key, default: initial }: AnySetting) =>
          Object.hasOwn(sent, key) && (initial === null || values[key] !== null)
        await inContext(kernel, { actor: principal.actor, source: sourceOf(principal) }, async ctx => {
          await requireFiles(ctx, fields, [values], [await readSettings(ctx.db, settings)])
          for (const setting of settings.filter(isGiven)) {
            const value = values[setting.key]
            await writeSetting(ctx, setting, value)
            if (setting === currency && value !== kernel.locale.currency)
              await ctx.enqueue(valueAnewJob, { currency: null, from: null })
          }
        })
        return { status: 200, body: await readSettings(kernel.database.db, settings) }
      },
    }),
  ]
}
