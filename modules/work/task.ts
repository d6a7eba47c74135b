import { about, choice, date, longText, moment, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

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
    priority: choice(
      { low: 'Low', normal: 'Normal', high: 'High' },
      { required: true, default: 'normal', tones: { high: 'red' } },
    ),
    status: choice(
      { open: 'Open', done: 'Done' },
      { required: true, default: 'open', readonly: true, index: true, tones: { open: 'blue', done: 'green' } },
    ),
    done_at: moment({ readonly: true }),
    about: about(['contact', 'company', 'deal']),
  },
  list: ['title', 'due_date', 'priority', 'status'],
  prompt: 'What is to be done?',
  step: { about: 'about', at: 'due_date', where: { status: 'open' } },
  events: { done: '{who} finished {it}', reopened: '{who} reopened {it}' },
  actions: {
    finish: { label: 'Done', needs: 'edit', when: { status: 'open' } },
    reopen: { label: 'Not done after all', needs: 'edit', when: { status: 'done' } },
  },
})
