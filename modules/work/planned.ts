// What is planned: tasks, which have a day, and meetings, which have a time.

import { about, choice, date, flag, longText, moment, ref, refs, richText, text, url } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

/** How it comes back. */
const repeats = {
  daily: 'Every day',
  weekdays: 'Monday to Friday',
  weekly: 'Every week',
  fortnightly: 'Every two weeks',
  monthly: 'Every month, on the same day',
  monthly_weekday: 'Every month, on the same weekday',
  quarterly: 'Every three months',
  yearly: 'Every year',
} as const

/** How long before it one is reminded. */
const remindBefore = {
  none: 'Not at all',
  m0: 'At the time',
  m10: '10 minutes before',
  m30: '30 minutes before',
  h1: 'An hour before',
  d1: 'A day before',
} as const

export const task = defineObject('task', {
  label: ['Task', 'Tasks'],
  about: 'What is to be done, by whom and until when. The next one stands on the record that it is about.',
  plural: 'tasks',
  icon: 'checkbox',
  area: 'work',
  title: 'title',
  through: 'about',
  fields: {
    title: text({ required: true, search: true }),
    description: longText(),
    due_date: date(),
    due_at: moment({ label: 'At a time', index: true, help: 'Where the day alone is not enough.' }),
    priority: choice(
      { low: 'Low', normal: 'Normal', high: 'High' },
      { required: true, default: 'normal', tones: { high: 'red' } },
    ),
    repeats: choice(repeats, { help: 'Done, it comes back on the next of these days.' }),
    reminder: choice(remindBefore, { help: 'Where there is no time, nine in the morning counts.' }),
    parent: ref('task', { label: 'Part of', onDelete: 'cascade', index: true }),
    status: choice(
      { open: 'Open', done: 'Done' },
      { required: true, default: 'open', readonly: true, index: true, tones: { open: 'blue', done: 'green' } },
    ),
    done_at: moment({ readonly: true }),
    about: about(['contact', 'company', 'deal']),
    remind_at: moment({ label: 'Reminder at', derived: true, readonly: true, index: true }),
  },
  list: ['title', 'due_date', 'priority', 'status'],
  form: {
    Task: ['title', 'due_date', 'due_at', 'priority', 'reminder', 'repeats'],
    More: ['about', 'parent', 'description'],
  },
  prompt: 'What is to be done?',
  step: { about: 'about', at: 'due_date', time: 'due_at', where: { status: 'open' } },
  events: { done: '{who} finished {it}', reopened: '{who} reopened {it}', put_off: '{who} put off {it}' },
  actions: {
    finish: { label: 'Done', needs: 'edit', when: { status: 'open' } },
    reopen: { label: 'Not done after all', needs: 'edit', when: { status: 'done' } },
    put_off: {
      label: 'Put off',
      needs: 'edit',
      when: { status: 'open' },
      input: { until: date({ required: true, label: 'Until' }) },
    },
  },
})

const answers = { accepted: 'Accepted', tentative: 'Perhaps', declined: 'Declined' } as const

export const meeting = defineObject('meeting', {
  label: ['Meeting', 'Meetings'],
  about: 'When and where you see people, and what was said. Those that are planned stand in the calendar.',
  plural: 'meetings',
  icon: 'users-group',
  area: 'work',
  title: 'title',
  through: 'about',
  sharedWith: 'colleagues',
  fields: {
    title: text({ required: true, search: true }),
    starts_at: moment({ label: 'Begins', required: true, index: true }),
    ends_at: moment({ label: 'Ends', index: true, help: 'An hour later, when left out.' }),
    all_day: flag({ label: 'All day' }),
    time_zone: text({ readonly: true, max: 64 }),
    place: text(),
    video_link: url(),
    colleagues: refs('user', { roles: answers }),
    guests: refs('contact', { roles: answers }),
    repeats: choice(repeats, { index: true }),
    repeats_until: date(),
    reminder: choice(remindBefore, { default: 'm10' }),
    status: choice(
      { planned: 'Planned', held: 'Took place', cancelled: 'Called off' },
      {
        required: true,
        default: 'planned',
        readonly: true,
        index: true,
        tones: { planned: 'blue', held: 'green', cancelled: 'red' },
      },
    ),
    notes: richText({ search: true }),
    about: about(['contact', 'company', 'deal']),
    series: ref('meeting', { readonly: true, onDelete: 'cascade', help: 'It is one of these, at another time.' }),
    stood_at: moment({ label: 'Moved from', readonly: true }),
    next_at: moment({ label: 'Next time', derived: true, readonly: true, index: true }),
    remind_at: moment({ label: 'Reminder at', derived: true, readonly: true, index: true }),
  },
  list: ['title', 'starts_at', 'ends_at', 'place', 'status'],
  form: {
    Meeting: ['title', 'starts_at', 'ends_at', 'all_day', 'place', 'video_link'],
    Who: ['colleagues', 'guests', 'about'],
    Repetition: ['repeats', 'repeats_until', 'reminder'],
    Notes: ['notes'],
  },
  step: { about: 'about', at: 'next_at', where: { status: 'planned' } },
  events: {
    held: '{who} noted that {it} took place',
    cancelled: '{who} called off {it}',
    planned: '{who} planned {it} again',
    answered: '{who} answered {it}',
  },
  actions: {
    hold: { label: 'Took place', needs: 'edit', when: { status: 'planned' } },
    cancel: { label: 'Call off', needs: 'edit', tone: 'red', confirm: true, when: { status: 'planned' } },
    plan: { label: 'Plan again', needs: 'edit', when: { status: ['held', 'cancelled'] } },
    answer: {
      label: 'Answer',
      needs: 'read',
      when: { status: 'planned' },
      input: { answer: choice(answers, { required: true, default: 'accepted' }) },
    },
    follow_up: {
      label: 'Follow up',
      needs: 'edit',
      makes: 'task',
      input: { title: text({ required: true }), due_date: date() },
    },
    skip_one: {
      label: 'Skip one',
      needs: 'edit',
      makes: 'meeting',
      when: { status: 'planned', repeats: Object.keys(repeats) },
      input: { at: moment({ required: true, label: 'Which' }) },
    },
    move_one: {
      label: 'Move one',
      needs: 'edit',
      makes: 'meeting',
      when: { status: 'planned', repeats: Object.keys(repeats) },
      input: {
        at: moment({ required: true, label: 'Which' }),
        starts_at: moment({ required: true, label: 'Begins' }),
        ends_at: moment({ label: 'Ends' }),
      },
    },
  },
})
