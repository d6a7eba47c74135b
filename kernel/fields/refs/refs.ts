import type { Common, Id } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { isPlainObject, itemsOf, maxLinks, parseList } from '../list.ts'
import { parseId } from '../ref/ref.ts'
import { compareCodePoints } from '../text/text.ts'

/** A link to a record, with what it is there for. */
export interface RoleLink {
  readonly id: Id
  readonly role: string | null
}
type Roles = Readonly<Record<string, string>>
export interface RefsOptions {
  readonly to: string
  /** Key → label. */
  readonly roles?: Roles
}
declare module '../../schema/field.ts' {
  interface Values {
    refs: RoleLink[]
  }
  interface Options {
    refs: RefsOptions
  }
}

export const refs = <const T extends string, const O extends Common & Omit<RefsOptions, 'to'> = Record<never, never>>(
  to: T,
  options?: O,
) => ({ type: 'refs', to, ...options }) as { readonly type: 'refs'; readonly to: T } & O

export const refsType = defineFieldType<'refs'>({
  name: 'refs',
  shape: 'links',
  key: 'plain',
  empty: [],
  operators: ['in', 'not_in', 'all', 'empty'],
  sortable: false,
  columns: () => ({}),
  parse: (input, { roles = {} }) => parseList(input, maxLinks, item => parseLink(item, roles), keyOf),
  fromText: cell => itemsOf(cell).map(item => linkIn(item)),
  toText: value => value.map(({ id, role }) => (role === null ? id : `${id} (${role})`)).join(', '),
  compare: (a, b) => compareCodePoints(a.map(keyOf).join(), b.map(keyOf).join()),
  json: ({ to, roles = {} }) => ({
    type: 'array',
    maxItems: maxLinks,
    items: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'string', format: 'uuid', description: `Id of a ${to}` },
        role: { type: ['string', 'null'], enum: [...Object.keys(roles), null] },
      },
    },
  }),
})

/** A bare id is a link with no role. */
function parseLink(item: unknown, roles: Roles): RoleLink {
  if (typeof item === 'string') return { id: parseId(item), role: null }
  if (!isPlainObject(item)) throw new FieldProblem('not-a-link')
  return { id: parseId(item.id), role: parseRole(item.role ?? null, roles) }
}

function parseRole(role: unknown, roles: Roles) {
  if (role === null) return null
  if (typeof role !== 'string' || !Object.hasOwn(roles, role))
    throw new FieldProblem('not-a-role', { allowed: Object.keys(roles).join(', ') })
  return role
}

const keyOf = ({ id, role }: RoleLink) => `${id} ${role ?? ''}`

function linkIn(item: string) {
  const [, id = item, role = null] = /^(\S+) \((.+)\)$/.exec(item) ?? []
  return { id, role }
}
