import type { Field, Fields } from '../../schema/field.ts'
import type { Model } from '../tables/model.ts'
import { englishLabel } from '../words/labels.ts'
import { mustBeGiven } from './field-schema.ts'
import type { Json } from './json-schema.ts'

export const exampleId = '0198c5a2-7b1e-7c3a-9f00-3d5e8a1b2c4d'
const moment = '2026-11-20T13:30:00.000Z'

/** A record as a reader meets it. */
export const exampleRow = (model: Model): Json => ({
  id: exampleId,
  version: 3,
  ...exampleOf(model.fields, () => true),
})

/** What creates one: what must be given, and what a list shows. */
export const exampleDraft = ({ fields, object }: Model): Json =>
  exampleOf(fields, (name, field) => !field.readonly && (mustBeGiven(field) || object.list.includes(name)))

/** What changes one: the first that can be changed. */
export function examplePatch({ fields, object }: Model): Json {
  const name = object.list.find(candidate => !fields[candidate]?.readonly) ?? ''
  return exampleOf(fields, candidate => candidate === name)
}

export const exampleOf = (fields: Fields, isShown: (name: string, field: Field) => boolean): Json =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      isShown(name, field) ? [[name, exampleValue(name, field)]] : [],
    ),
  )

function exampleValue(name: string, field: Field): unknown {
  switch (field.type) {
    case 'text':
      return `${englishLabel(name, field)} of an example`.slice(0, field.max ?? 255)
    case 'long_text':
      return 'Some lines of text.'.slice(0, field.max ?? 20_000)
    case 'json':
      return {}
    case 'rich_text':
      return '<p>Some <strong>formatted</strong> text.</p>'
    case 'email':
      return 'ada@example.com'
    case 'phone':
      return '+33612345678'
    case 'url':
      return 'https://example.com/'
    case 'number':
    case 'percent':
      return Math.min(Math.max(field.default ?? 10, field.min ?? 0), field.max ?? 100)
    case 'money':
      return { amount: '1200.00', currency: 'EUR' }
    case 'date':
      return moment.slice(0, 10)
    case 'moment':
      return moment
    case 'flag':
      return field.default ?? true
    case 'choice':
      return field.default ?? Object.keys(field.options)[0]
    case 'code':
      return { country: 'FR', currency: 'EUR', language: 'fr', time_zone: 'Europe/Paris' }[field.of]
    case 'choices':
      return Object.keys(field.options).slice(0, 1)
    case 'tags':
      return [exampleId]
    case 'refs':
      return [{ id: exampleId, role: Object.keys(field.roles ?? {})[0] ?? null }]
    case 'about':
      return [{ object: field.to[0], id: exampleId }]
    case 'ref':
    case 'file':
      return exampleId
  }
}
