import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { compareCodePoints } from '../text/text.ts'

declare module '../../schema/field.ts' {
  interface Values {
    /** E.164: '+33612345678'. */
    phone: string
  }
  interface Options {
    phone: Record<never, never>
  }
}

export const phone = <const O extends Common = Record<never, never>>(options?: O) =>
  ({ type: 'phone', ...options }) as { readonly type: 'phone' } & O

/** What a number as people write it turns out to be; undefined when it is none. */
export type PhoneReader = (
  text: string,
  country: string,
) => { readonly number: string; readonly extension?: string | undefined } | undefined

let readPhone: PhoneReader | undefined

/** The numbering plans of the world are too heavy for the page, so the server brings them. */
export function setPhoneReader(reader: PhoneReader) {
  readPhone = reader
}

export const phoneType = defineFieldType<'phone'>({
  name: 'phone',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'in', 'not_in', 'contains', 'starts', 'empty'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'text', null: !field.required } }),
  parse(input, _field, { country }) {
    if (typeof input !== 'string') throw new FieldProblem('not-text')
    if (input.length > 64) throw new FieldProblem('too-long', { max: 64 })
    if (!readPhone) throw new Error('Phone numbers have no reader: call equipFields() when the server starts.')
    const found = readPhone(input.trim(), country)
    if (!found) throw new FieldProblem('not-a-phone', { country })
    if (found.extension) throw new FieldProblem('phone-extension', { extension: found.extension })
    return found.number
  },
  // '06 12' is part of '+33612…' once the zero that is dialled at home has gone.
  piece: text => text.replace(/[^+\d]/g, '').replace(/^0/, ''),
  fromText: cell => cell.trim().replace(/^tel:/i, ''),
  toText: value => value,
  compare: compareCodePoints,
  json: () => ({ type: 'string', maxLength: 64, description: 'A phone number; kept as E.164' }),
})
