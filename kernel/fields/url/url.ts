import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { checkLength, compareFolded } from '../text/text.ts'

declare module '../../schema/field.ts' {
  interface Values {
    url: string
  }
  interface Options {
    url: Record<never, never>
  }
}

export const url = <const O extends Common = Record<never, never>>(options?: O) =>
  ({ type: 'url', ...options }) as { readonly type: 'url' } & O

const max = 2048

export const urlType = defineFieldType<'url'>({
  name: 'url',
  shape: 'scalar',
  key: 'fold',
  operators: ['is', 'not', 'in', 'not_in', 'contains', 'starts', 'empty'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'text', null: !field.required } }),
  parse(input) {
    if (typeof input !== 'string') throw new FieldProblem('not-text')
    const address = URL.parse(withScheme(checkLength(input.trim(), 0, max)))
    if (!address) throw new FieldProblem('not-a-url')
    if (!['http:', 'https:'].includes(address.protocol)) throw new FieldProblem('not-http')
    if (address.username || address.password) throw new FieldProblem('url-with-password')
    return checkLength(address.href, 0, max)
  },
  fromText: cell => cell.trim(),
  toText: value => value,
  compare: compareFolded,
  json: () => ({ type: 'string', format: 'uri', maxLength: max }),
})

/** People write 'example.com/about'. */
const withScheme = (address: string) =>
  /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?([/?#]|$)/u.test(address) ? `https://${address}` : address
