import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { compareCodePoints } from '../text/text.ts'

declare module '../../schema/field.ts' {
  interface Values {
    email: string
  }
  interface Options {
    email: Record<never, never>
  }
}

export const email = <const O extends Common = Record<never, never>>(options?: O) =>
  ({ type: 'email', ...options }) as { readonly type: 'email' } & O

export const emailType = defineFieldType<'email'>({
  name: 'email',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'in', 'not_in', 'contains', 'starts', 'empty'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'text', null: !field.required } }),
  parse: parseEmail,
  piece: text => text.trim().toLowerCase(),
  /** 'Ada Lovelace <ada@example.com>' and 'mailto:ada@example.com' too, as address books export them. */
  fromText: cell => (/<([^<>]+)>\s*$/.exec(cell)?.[1] ?? cell).trim().replace(/^mailto:/i, ''),
  toText: value => value,
  compare: compareCodePoints,
  json: () => ({ type: 'string', format: 'email', maxLength: 254 }),
})

const local = /^(?!\.)(?!.*\.\.)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\.)$/
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/

export function parseEmail(input: unknown) {
  if (typeof input !== 'string') throw new FieldProblem('not-text')
  const address = input.trim()
  if (address.length > 254) throw new FieldProblem('too-long', { max: 254 })
  const at = address.lastIndexOf('@')
  const name = address.slice(0, at)
  const host = asciiHost(address.slice(at + 1))
  if (at < 1 || !local.test(name) || !domain.test(host)) throw new FieldProblem('not-an-email')
  const value = `${name.toLowerCase()}@${host}`
  if (value.length > 254) throw new FieldProblem('too-long', { max: 254 })
  return value
}

/** 'bücher.example' as the name system knows it, so that both ways of writing it are one address. */
function asciiHost(host: string) {
  if (/^[A-Za-z0-9.-]*$/.test(host)) return host.toLowerCase()
  return /^[\p{L}\p{M}\p{N}.-]+$/u.test(host) ? (URL.parse(`http://${host}`)?.hostname ?? '') : ''
}
