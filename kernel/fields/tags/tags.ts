import type { Common, Id } from '../../schema/field.ts'
import { defineFieldType } from '../../schema/field-type.ts'
import { itemsOf, maxLinks, parseList } from '../list.ts'
import { parseId } from '../ref/ref.ts'
import { compareCodePoints } from '../text/text.ts'

declare module '../../schema/field.ts' {
  interface Values {
    tags: Id<'tag'>[]
  }
  interface Options {
    tags: Record<never, never>
  }
}

export const tags = <const O extends Common = Record<never, never>>(options?: O) =>
  ({ type: 'tags', ...options }) as { readonly type: 'tags' } & O

/** Links to the object 'tag'. */
export const tagsType = defineFieldType<'tags'>({
  name: 'tags',
  shape: 'links',
  key: 'plain',
  empty: [],
  operators: ['in', 'not_in', 'all', 'empty'],
  sortable: false,
  columns: () => ({}),
  parse: input => parseList(input, maxLinks, parseId<'tag'>, String),
  fromText: itemsOf,
  toText: value => value.join(', '),
  compare: (a, b) => compareCodePoints(a.join(), b.join()),
  json: () => ({ type: 'array', maxItems: maxLinks, items: { type: 'string', format: 'uuid' } }),
})
