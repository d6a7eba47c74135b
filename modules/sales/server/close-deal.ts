import { handle } from '#kernel/server/actions/behaviours.ts'
import { deal } from '../deal.ts'

export const win = handle(deal, 'win', async (ctx, deals, { closed_on }) => {
  ctx.refuse(
    'deal.closed',
    deals.filter(({ status }) => status !== 'open'),
  )
  return ctx.update(deal, deals, { status: 'won', closed_on: closed_on ?? ctx.today }, 'won')
})

export const lose = handle(deal, 'lose', async (ctx, deals, { reason }) => {
  ctx.refuse(
    'deal.closed',
    deals.filter(({ status }) => status !== 'open'),
  )
  return ctx.update(deal, deals, { status: 'lost', lost_reason: reason, closed_on: ctx.today }, 'lost')
})

export const reopen = handle(deal, 'reopen', async (ctx, deals) => {
  ctx.refuse(
    'deal.open',
    deals.filter(({ status }) => status === 'open'),
  )
  return ctx.update(deal, deals, { status: 'open', lost_reason: null, closed_on: null }, 'reopened')
})
