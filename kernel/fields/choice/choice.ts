import type { Common } from '../../schema/field.ts'
import { defineFieldType } from '../../schema/field-type.ts'
import { identifier, textArray, textDefault } from '../quote.ts'
import { compareCodePoints } from '../text/text.ts'
import { type ChoiceLabels, labelOf, parseKey, readKey } from './options.ts'

export interface ChoiceOptions {
  readonly options: ChoiceLabels
  readonly default?: string
  /** Options whose colour means something. */
  readonly tones?: Readonly<Record<string, ChoiceTone>>
}
export type ChoiceTone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'violet'
declare module '../../schema/field.ts' {
  interface Values {
    choice: string
  }
  interface Options {
    choice: ChoiceOptions
  }
}

export const choice = <
  const C extends ChoiceLabels,
  const O extends Common & {
    readonly default?: keyof C & string
    readonly tones?: { readonly [K in keyof C]?: ChoiceTone }
  } = Record<never, never>,
>(
  options: C,
  rest?: O,
) => ({ type: 'choice', options, ...rest }) as { readonly type: 'choice'; readonly options: C } & O

export const choiceType = defineFieldType<'choice'>({
  name: 'choice',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'in', 'not_in', 'empty'],
  sortable: true,
  columns: (field, name) => ({
    [name]: {
      type: 'text',
      null: !field.required,
      ...textDefault(field.default),
      check: `${identifier(name)} = any (${textArray(Object.keys(field.options))})`,
    },
  }),
  parse: (input, { options }) => parseKey(input, options),
  fromText: (cell, { options }) => readKey(cell, options),
  toText: (value, { options }) => labelOf(value, options),
  compare: compareCodePoints,
  json: ({ options }) => ({ type: 'string', enum: Object.keys(options) }),
})
