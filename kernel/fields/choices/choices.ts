import type { Common } from '../../schema/field.ts'
import { defineFieldType } from '../../schema/field-type.ts'
import { type ChoiceLabels, labelOf, parseKey, readKey } from '../choice/options.ts'
import { itemsOf, parseList } from '../list.ts'
import { identifier, textArray } from '../quote.ts'
import { compareCodePoints } from '../text/text.ts'

export interface ChoicesOptions {
  readonly options: ChoiceLabels
}
declare module '../../schema/field.ts' {
  interface Values {
    choices: string[]
  }
  interface Options {
    choices: ChoicesOptions
  }
}

export const choices = <const C extends ChoiceLabels, const O extends Common = Record<never, never>>(
  options: C,
  rest?: O,
) => ({ type: 'choices', options, ...rest }) as { readonly type: 'choices'; readonly options: C } & O

const max = 100

export const choicesType = defineFieldType<'choices'>({
  name: 'choices',
  shape: 'array',
  key: 'plain',
  empty: [],
  operators: ['in', 'not_in', 'all', 'empty'],
  sortable: false,
  columns: (field, name) => ({
    [name]: {
      type: 'text[]',
      null: false,
      default: `'{}'::text[]`,
      check: `${identifier(name)} <@ ${textArray(Object.keys(field.options))}`,
    },
  }),
  parse: (input, { options }) => parseList(input, max, item => parseKey(item, options), String),
  fromText: (cell, { options }) => itemsOf(cell).map(item => readKey(item, options)),
  toText: (value, { options }) => value.map(key => labelOrKey(key, options)).join(', '),
  compare: (a, b) => compareCodePoints(a.join('\0'), b.join('\0')),
  json: ({ options }) => ({ type: 'array', maxItems: max, items: { type: 'string', enum: Object.keys(options) } }),
})

/** A label that would fall apart between commas is written by its key. */
function labelOrKey(key: string, options: ChoiceLabels) {
  const label = labelOf(key, options)
  return itemsOf(label).length === 1 ? label : key
}
