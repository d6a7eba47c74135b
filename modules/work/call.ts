import { about, choice, moment, number, richText, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'

export const call = defineObject('call', {
  label: ['Call', 'Calls'],
  about: 'Who was on the telephone, and what came of it. Log one from the page of a person, a company or a deal.',
  plural: 'calls',
  icon: 'phone',
  area: 'work',
  title: 'subject',
  through: 'about',
  happened: 'happened_at',
  fields: {
    subject: text({ required: true, search: true }),
    direction: choice({ out: 'Outgoing', in: 'Incoming' }, { required: true, default: 'out' }),
    outcome: choice(
      {
        reached: 'Reached',
        message: 'Left a message',
        no_answer: 'No answer',
        busy: 'Busy',
        wrong: 'Wrong number',
      },
      {
        required: true,
        default: 'reached',
        index: true,
        tones: { reached: 'green', message: 'blue', wrong: 'red' },
      },
    ),
    minutes: number({ min: 0, max: 1440 }),
    happened_at: moment({ label: 'When', index: true, help: 'When it was logged, where nothing else is said.' }),
    notes: richText({ search: true }),
    about: about(['contact', 'company', 'deal']),
  },
  list: ['subject', 'direction', 'outcome', 'minutes', 'happened_at'],
  form: { Call: ['subject', 'direction', 'outcome', 'happened_at', 'minutes', 'about'], Notes: ['notes'] },
  prompt: 'What was the call about?',
})
