import { choice, date, longText, moment, money, ref, refs, tags, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const deal = defineObject('deal', {
  label: ['Deal', 'Deals'],
  plural: 'deals',
  icon: 'handshake',
  area: 'sell',
  title: 'title',
  fields: {
    title: text({ required: true, search: true }),
    description: longText(),
    value: money({ mask: 'financial', min: 0 }),
    monthly: money({ label: 'Recurring a month', readonly: true, mask: 'financial' }),
    yearly: money({ label: 'Recurring a year', readonly: true, mask: 'financial' }),
    price_list: ref('price_list', { onDelete: 'clear' }),
    contact: ref('contact', { onDelete: 'restrict' }),
    company: ref('company', { onDelete: 'clear' }),
    people: refs('contact', {
      label: 'People',
      roles: { decides: 'Decides', influences: 'Influences', uses: 'Uses', pays: 'Pays' },
    }),
    pipeline: ref('pipeline', { readonly: true, onDelete: 'restrict' }),
    stage: ref('stage', { required: true, onDelete: 'restrict' }),
    status: choice(
      { open: 'Open', won: 'Won', lost: 'Lost' },
      {
        required: true,
        default: 'open',
        readonly: true,
        index: true,
        tones: { open: 'blue', won: 'green', lost: 'red' },
      },
    ),
    close_date: date({ label: 'Expected close' }),
    closed_on: date({ readonly: true }),
    stage_since: moment({ label: 'In stage since', derived: true, readonly: true }),
    touched_at: moment({
      label: 'Last touched',
      derived: true,
      readonly: true,
      index: true,
      help: 'When it, or something written about it, last changed.',
    }),
    rots_on: date({
      label: 'Rotting from',
      derived: true,
      readonly: true,
      index: true,
      help: 'The day on which its stage has waited long enough for somebody to touch it.',
    }),
    lost_reason: ref('lost_reason', { readonly: true, onDelete: 'restrict' }),
    competitors: refs('competitor', {
      label: 'Competitors',
      roles: { running: 'In the running', beaten: 'Beaten', chosen: 'Chosen' },
    }),
    forecast: choice(
      { pipeline: 'Pipeline', best_case: 'Best case', commit: 'Commit', omitted: 'Omitted' },
      { label: 'Forecast', help: 'Follows from the probability of its stage, unless it is set.', index: true },
    ),
    tags: tags(),
  },
  list: ['title', 'company', 'stage', 'value', 'close_date', 'status'],
  form: {
    Deal: ['title', 'value', 'stage', 'close_date'],
    Who: ['contact', 'company', 'people'],
    More: ['price_list', 'forecast', 'competitors', 'description', 'tags'],
  },
  events: {
    won: '{who} won {it}',
    lost: '{who} lost {it}',
    reopened: '{who} reopened {it}',
    stage_changed: '{who} moved {it}',
  },
  actions: {
    win: {
      label: 'Mark as won',
      needs: 'edit',
      tone: 'green',
      when: { status: 'open' },
      input: { closed_on: date() },
    },
    lose: {
      label: 'Mark as lost',
      needs: 'edit',
      tone: 'red',
      when: { status: 'open' },
      confirm: true,
      input: { reason: ref('lost_reason', { required: true }) },
    },
    reopen: { label: 'Reopen', needs: 'edit', when: { status: ['won', 'lost'] } },
  },
  board: { by: 'stage', where: { status: 'open' }, weight: 'probability', most: 'most' },
})
