// What the client takes and what it refuses to compile.

import { client } from '#kernel/web/client.ts'
import type { Transport } from '#kernel/web/request.ts'
import type { Objects } from '#modules/index.ts'

declare const transport: Transport
const api = client<Objects>(transport, name => `${name}s`)

export async function reads() {
  const { rows, next } = await api.deal.list({
    where: { status: 'open', value: { gt: { amount: '5', currency: 'EUR' } }, 'company.industry': 'print' },
    sort: '-close_date',
    include: ['company'],
  })
  const status: 'open' | 'won' | 'lost' | undefined = rows[0]?.status
  const cursor: string | null = next
  const value: { readonly amount: string } | null = (await api.deal.get('x')).value
  // @ts-expect-error unknown object
  api.deel
  // @ts-expect-error unknown field
  api.deal.list({ where: { statuss: 'open' } })
  // @ts-expect-error no such option
  api.deal.list({ where: { status: 'opened' } })
  // @ts-expect-error unknown sort
  api.deal.list({ sort: '-closes' })
  // @ts-expect-error the value may be empty
  const amount: string = rows[0]?.value.amount
  return [status, cursor, value, amount]
}

export async function writes() {
  const created = await api.contact.create({ last_name: 'Lovelace' })
  await api.contact.update(created, { position: 'Countess', owner_id: null })
  await api.contact.update('x', { position: null })
  await api.deal.win('x', { closed_on: '2026-11-20' })
  await api.deal.win('x')
  await api.deal.lose('x', { reason: 'y' })
  await api.deal.reopen('x')
  // @ts-expect-error a contact needs a last name
  api.contact.create({ first_name: 'Ada' })
  // @ts-expect-error only handlers write the status
  api.deal.update('x', { status: 'won' })
  // @ts-expect-error only handlers write the status, at the start too
  api.deal.create({ title: 'x', stage: 'y', status: 'won' })
  // @ts-expect-error a required field is not cleared
  api.contact.update('x', { last_name: null })
  // @ts-expect-error a loss needs its reason
  api.deal.lose('x')
  // @ts-expect-error it takes nothing
  api.deal.reopen('x', { reason: 'y' })
  // @ts-expect-error unknown action
  api.deal.winn('x')
}
