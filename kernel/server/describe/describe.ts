import type { Actor } from '../access/actor.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import type { Kernel } from '../kernel.ts'
import { companyName } from '../settings/company.ts'
import { readSettings } from '../settings/settings.ts'
import type { Models } from '../tables/model.ts'
import type { Words } from '../words/words.ts'
import { knownTo } from './custom-fields.ts'
import { etagOf, unlessKnown } from './etag.ts'
import { type Document, openapi } from './openapi.ts'
import { pageSchema } from './page-schema.ts'
import { referencePage } from './reference/page.ts'

export interface Describing {
  readonly words: Words
  /** Every other fixed route of the server. */
  readonly endpoints: readonly Endpoint[]
}

/**
 * What this Rapport can do, for programs (OpenAPI), for people who write them (the reference) and for its own page.
 *
 * The document and the reference are open to everyone, as what was declared is the same everywhere and public; the
 * fields that an administrator added are in them only for who may see those fields.
 */
export function describe({ words, endpoints }: Describing): { readonly endpoints: readonly Endpoint[] } {
  const own: readonly Endpoint[] = [
    endpoint({
      method: 'GET',
      path: '/api/openapi.json',
      chapter: 'Description',
      summary: 'This API as an OpenAPI 3.1 document',
      answer: { type: 'object' },
      open: true,
      run: async ({ kernel, request }) => {
        const { json, etag } = described(kernel, request.principal?.actor ?? null)
        return unlessKnown(request, etag, 'application/json; charset=utf-8', json)
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/reference',
      chapter: 'Description',
      summary: 'This API as a page to read',
      open: true,
      run: async ({ kernel, request }) => {
        const page = described(kernel, request.principal?.actor ?? null).page()
        return unlessKnown(request, etagOf(page), 'text/html; charset=utf-8', page)
      },
    }),
    endpoint({
      method: 'GET',
      path: '/api/schema',
      chapter: 'Description',
      summary: 'The objects, fields and actions that whoever asks may use, in their language',
      answer: pageSchemaAnswer,
      run: async ({ kernel, principal, request }) => {
        const { company_name } = await readSettings(kernel.database.db, [companyName])
        const json = JSON.stringify(pageSchema(kernel, principal.actor, words, company_name))
        return unlessKnown(request, etagOf(json), 'application/json; charset=utf-8', json)
      },
    }),
  ]
  const described = remembered(models => openapi(models, [...endpoints, ...own]))
  return { endpoints: own }
}

const object = { type: 'object' }
const pageSchemaAnswer = {
  type: 'object',
  required: ['version', 'areas', 'objects', 'person', 'company'],
  properties: {
    version: { type: 'string' },
    areas: { type: 'array', items: object },
    objects: { type: 'array', items: object },
    person: object,
    company: object,
  },
}

interface Described {
  readonly json: string
  readonly etag: string
  readonly page: () => string
}

/** Made once for each state of the declarations and each set of custom fields that somebody may know of. */
function remembered(make: (models: Models['all']) => Document) {
  const all = new WeakMap<Models, Map<string, Described>>()
  return ({ models }: Pick<Kernel, 'models'>, actor: Actor | null): Described => {
    const known = knownTo(actor, models)
    const ofModels = all.get(models) ?? new Map<string, Described>()
    all.set(models, ofModels)
    const found = ofModels.get(known.key) ?? describedBy(make(known.models))
    if (ofModels.size >= mostKept) ofModels.clear()
    ofModels.set(known.key, found)
    return found
  }
}

const mostKept = 20

function describedBy(document: Document): Described {
  const json = JSON.stringify(document)
  let page: string | undefined
  return {
    json,
    etag: etagOf(json),
    page: () => {
      page ??= referencePage(document)
      return page
    },
  }
}
