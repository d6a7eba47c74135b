// One field of each type, and values of it. A new type of field is not complete without.

import type { ChoiceTone } from '../../fields/choice/choice.ts'
import type { FieldOf, FieldTypeName, Values } from '../../schema/field.ts'
import type { Included } from '../client.ts'

export interface Sample<T extends FieldTypeName> {
  /** What the field has beyond its name and label. */
  readonly field: Omit<FieldOf<T>, 'type'>
  readonly value: Values[T]
  /** As much as the type allows; absent where all values are of a size. */
  readonly long?: Values[T]
  readonly rtl?: Values[T]
}

type Samples = { readonly [T in FieldTypeName]: Sample<T> }

const [one, two, file] = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002', 'file']
const options = { lead: 'Lead', prospect: 'Prospect', customer: 'Customer', archived: 'Archived' }
const tones = { lead: 'violet', prospect: 'blue', customer: 'green' } as const

/** Every token that is a colour. */
export const colours = [
  ...['bg', 'panel', 'sunk', 'line', 'line-strong', 'control', 'ink', 'ink-2', 'ink-3'],
  ...['accent', 'accent-ink', 'accent-tint', 'on-accent', 'selected', 'grey-tint'],
  ...['green', 'green-tint', 'amber', 'amber-tint', 'red', 'red-tint', 'blue', 'blue-tint', 'violet', 'violet-tint'],
]

export function samplesOf(long: string, rtl: string): Samples {
  const both = [
    { id: one, role: null },
    { id: two, role: null },
  ]
  return {
    about: {
      field: { to: ['user', 'team'] },
      value: [
        { object: 'user', id: one },
        { object: 'team', id: two },
      ],
    },
    choice: { field: { options: { ...options, long, rtl }, tones }, value: 'prospect', long: 'long', rtl: 'rtl' },
    choices: {
      field: { options: { ...options, long, rtl } },
      value: ['lead', 'customer'],
      long: [...Object.keys(options), 'long'],
      rtl: ['rtl'],
    },
    code: { field: { of: 'country' }, value: 'FR', long: 'GS' },
    date: { field: {}, value: '2026-11-21' },
    email: {
      field: {},
      value: 'amelie@atelierbrume.example',
      long: `${'very.long.'.repeat(6)}name@${'sub.'.repeat(30)}example`,
    },
    file: { field: {}, value: file },
    flag: { field: {}, value: true },
    json: { field: {}, value: { columns: ['name', 'email'], dense: true }, long: { text: long.repeat(3) } },
    long_text: { field: {}, value: 'Two lines.\nThe second one.', long: `${long}\n`.repeat(5), rtl },
    moment: { field: {}, value: '2026-11-21T14:30:00.000Z' },
    money: {
      field: {},
      value: { amount: '1284.50', currency: 'EUR' },
      long: { amount: '123456789012.99', currency: 'JPY' },
    },
    number: { field: {}, value: 1284.5, long: -9_007_199_254_740_991 },
    percent: { field: {}, value: 42 },
    phone: { field: {}, value: '+33612345678' },
    ref: { field: { to: 'user' }, value: one, long: long.slice(0, 4), rtl: 'rtl' },
    refs: { field: { to: 'user' }, value: both },
    rich_text: {
      field: {},
      value:
        '<p>Some <strong>strong</strong> and some <em>slanted</em> words, and <a href="https://example.com">a link</a>.</p><ul><li>One</li><li>Two</li></ul>',
      long: `<p>${long}</p>`.repeat(4),
      rtl: `<p>${rtl}</p>`,
    },
    tags: { field: {}, value: [one, two] },
    text: { field: {}, value: 'Amélie Laurent', long: long + long.replaceAll(' ', ''), rtl },
    url: { field: {}, value: 'https://www.example.com', long: `https://example.com/${'a-long-path/'.repeat(20)}` },
  }
}

/** The names of the records that the samples point to. */
export const includedFor = (long: string, rtl: string): Included => ({
  user: named([one, 'Maya Chen'], [two, 'Tomasz Zieliński'], [long.slice(0, 4), long], ['rtl', rtl]),
  team: named([two, 'Paris']),
  tag: coloured([one, 'VIP', 'violet'], [two, 'Autumn fair', 'amber']),
  file: named([file, 'Contract 2026.pdf']),
})

const named = (...names: readonly (readonly [id: string, title: string])[]) =>
  Object.fromEntries(names.map(([id, title]) => [id, { id, title }]))

const coloured = (...tags: readonly (readonly [id: string, title: string, tone: ChoiceTone])[]) =>
  Object.fromEntries(tags.map(([id, title, tone]) => [id, { id, title, tone }]))
