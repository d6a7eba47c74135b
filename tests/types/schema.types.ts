// Checked by tsc alone: what the declarations infer, and what must not compile.
import {
  about,
  choice,
  choices,
  date,
  flag,
  type Money,
  money,
  number,
  type RoleLink,
  ref,
  refs,
  tags,
  text,
} from '#kernel/fields/index.ts'
import type { Id, ValueOf } from '#kernel/schema/field.ts'
import {
  type ActionOf,
  type AnyObject,
  type Draft,
  defineObject,
  type EventOf,
  type Given,
  type InnerPatch,
  type InputOf,
  type Patch,
  type Row,
} from '#kernel/schema/object.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>) => undefined

const deal = defineObject('deal', {
  label: ['Deal', 'Deals'],
  plural: 'deals',
  icon: 'handshake',
  area: 'sales',
  title: 'title',
  fields: {
    title: text({ required: true, search: true }),
    value: money({ mask: 'financial', min: 0 }),
    contact: ref('contact', { onDelete: 'restrict' }),
    stage: ref('stage', { required: true, onDelete: 'restrict' }),
    status: choice({ open: 'Open', won: 'Won', lost: 'Lost' }, { default: 'open', readonly: true, required: true }),
    source: choice({ web: 'Web', fair: 'Fair' }, { default: 'web', required: true }),
    close_date: date({ label: 'Expected close' }),
    score: number({ readonly: true }),
    hot: flag(),
    colours: choices({ red: 'Red', blue: 'Blue' }),
    tags: tags(),
    people: refs('contact', { roles: { buyer: 'Buyer' } }),
    subjects: about(['contact', 'company']),
  },
  list: ['title', 'stage', 'value', 'close_date'],
  events: { won: '{who} won {it}', lost: '{who} lost {it}' },
  actions: {
    win: { label: 'Mark as won', needs: 'edit', input: { closed_on: date() } },
    lose: { label: 'Mark as lost', needs: 'edit', input: { reason: ref('lost_reason', { required: true }) } },
    touch: { label: 'Touch', needs: 'edit' },
  },
})
type Deal = typeof deal

export const anyObject: AnyObject = deal

// A record as it is read.
same<Row<Deal>['id'], Id<'deal'>>(true)
same<Row<Deal>['title'], string>(true)
same<Row<Deal>['value'], Money | null>(true)
same<Row<Deal>['contact'], Id<'contact'> | null>(true)
same<Row<Deal>['stage'], Id<'stage'>>(true)
same<Row<Deal>['status'], 'open' | 'won' | 'lost'>(true)
same<Row<Deal>['close_date'], string | null>(true)
same<Row<Deal>['score'], number | null>(true)
same<Row<Deal>['hot'], boolean>(true)
same<Row<Deal>['colours'], ('red' | 'blue')[]>(true)
same<Row<Deal>['tags'], Id<'tag'>[]>(true)
same<Row<Deal>['people'], RoleLink[]>(true)
same<Row<Deal>['version'], number>(true)
same<keyof Row<Deal> & 'nope', never>(true)

// What anyone who may edit can write.
same<'status' extends keyof Patch<Deal> ? true : false, false>(true)
same<'score' extends keyof Patch<Deal> ? true : false, false>(true)
export const patch: Patch<Deal> = { close_date: null, source: 'fair', owner_id: null, colours: ['red'] }
// @ts-expect-error a required field cannot be cleared
export const cleared: Patch<Deal> = { title: null }
// @ts-expect-error a read-only field is written by handlers
export const readOnly: Patch<Deal> = { status: 'won' }
// @ts-expect-error there is no such choice
export const noChoice: Patch<Deal> = { source: 'phone' }
// @ts-expect-error there is no such field
export const noField: Patch<Deal> = { nope: 1 }
// @ts-expect-error money is no number
export const noMoney: Patch<Deal> = { value: 5 }
// @ts-expect-error the id of a stage is not the id of a contact
export const wrongId: Patch<Deal> = { contact: '' as Row<Deal>['stage'] }

export const inner: InnerPatch<Deal> = { status: 'won', score: 5 }

// What creates a record.
export const draft: Draft<Deal> = { title: 'Boat', stage: '0196f1a0-0000-7000-8000-00000000000a' }
// @ts-expect-error the stage is required
export const noStage: Draft<Deal> = { title: 'Boat' }

// Actions and events.
same<ActionOf<Deal>, 'win' | 'lose' | 'touch'>(true)
same<EventOf<Deal>, 'created' | 'updated' | 'deleted' | 'restored' | 'won' | 'lost'>(true)
same<InputOf<Deal, 'win'>, { readonly closed_on: string | null }>(true)
same<InputOf<Deal, 'lose'>['reason'], Id<'lost_reason'>>(true)
same<keyof InputOf<Deal, 'touch'>, never>(true)
type LoseInput = NonNullable<Deal['actions']['lose']['input']>
// @ts-expect-error the reason is required
export const noReason: Given<LoseInput> = {}

// Declarations that must not compile.
// @ts-expect-error the default is no choice
choice({ open: 'Open' }, { default: 'closed' })
// @ts-expect-error an option that text does not have
text({ decimals: 2 })
// @ts-expect-error a mask that does not exist
money({ mask: 'secret' })
const plain = { label: ['Deal', 'Deals'], plural: 'deals', icon: 'x', area: 'sales' } as const
// @ts-expect-error the title is no field
defineObject('deal', { ...plain, title: 'nope', fields: { title: text() }, list: [] })
// @ts-expect-error the list names no field
defineObject('deal', { ...plain, title: 'title', fields: { title: text() }, list: ['nope'] })

same<ValueOf<ReturnType<typeof number>>, number>(true)
