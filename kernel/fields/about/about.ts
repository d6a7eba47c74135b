import type { Common, Id } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { isPlainObject, itemsOf, maxLinks, parseList } from '../list.ts'
import { parseId } from '../ref/ref.ts'
import { compareCodePoints } from '../text/text.ts'

/** A link to a record of any of several objects. */
export interface AboutLink {
  readonly object: string
  readonly id: Id
}
export interface AboutOptions {
  readonly to: readonly string[]
}
declare module '../../schema/field.ts' {
  interface Values {
    about: AboutLink[]
  }
  interface Options {
    about: AboutOptions
  }
}

export const about = <const T extends readonly string[], const O extends Common = Record<never, never>>(
  to: T,
  options?: O,
) => ({ type: 'about', to, ...options }) as { readonly type: 'about'; readonly to: T } & O

export const aboutType = defineFieldType<'about'>({
  name: 'about',
  shape: 'links',
  key: 'plain',
  empty: [],
  operators: ['in', 'not_in', 'all', 'empty'],
  sortable: false,
  columns: () => ({}),
  parse: (input, { to }) => parseList(input, maxLinks, item => parseLink(item, to), keyOf),
  fromText: cell => itemsOf(cell).map(linkIn),
  toText: value => value.map(keyOf).join(', '),
  compare: (a, b) => compareCodePoints(a.map(keyOf).join(), b.map(keyOf).join()),
  json: ({ to }) => ({
    type: 'array',
    maxItems: maxLinks,
    items: {
      type: 'object',
      required: ['object', 'id'],
      properties: { object: { type: 'string', enum: to }, id: { type: 'string', format: 'uuid' } },
    },
  }),
})

function parseLink(item: unknown, to: readonly string[]): AboutLink {
  if (!isPlainObject(item)) throw new FieldProblem('not-a-link')
  const { object } = item
  if (typeof object !== 'string' || !to.includes(object))
    throw new FieldProblem('not-about-that', { allowed: to.join(', ') })
  return { object, id: parseId(item.id) }
}

const keyOf = ({ object, id }: AboutLink) => `${object}:${id}`

function linkIn(item: string) {
  const [object, id] = item.split(':')
  return { object, id }
}
