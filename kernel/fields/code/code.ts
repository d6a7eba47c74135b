import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { identifier, textDefault } from '../quote.ts'
import { compareCodePoints } from '../text/text.ts'
import { asCode, type CodeOf, codeName, readCode } from './codes.ts'

export interface CodeOptions {
  readonly of: CodeOf
  readonly default?: string
}
declare module '../../schema/field.ts' {
  interface Values {
    code: string
  }
  interface Options {
    code: CodeOptions
  }
}

export const code = <const O extends Common & { readonly default?: string } = Record<never, never>>(
  of: CodeOf,
  options?: O,
) => ({ type: 'code', of, ...options }) as { readonly type: 'code'; readonly of: CodeOf } & O

/** What the database insists on: which of them there are changes with the years. */
const patterns: Readonly<Record<CodeOf, string>> = {
  country: '^[A-Z]{2}$',
  currency: '^[A-Z]{3}$',
  language: '^[a-z]{2}$',
  time_zone: '^[A-Za-z0-9_+/-]{1,64}$',
}

const refusals = {
  country: 'not-a-country',
  currency: 'not-a-currency',
  language: 'not-a-language',
  time_zone: 'not-a-time-zone',
} as const

export const codeType = defineFieldType<'code'>({
  name: 'code',
  shape: 'scalar',
  key: 'plain',
  operators: ['is', 'not', 'in', 'not_in', 'empty'],
  sortable: true,
  columns: (field, name) => ({
    [name]: {
      type: 'text',
      null: !field.required,
      ...textDefault(field.default),
      check: `${identifier(name)} ~ '${patterns[field.of]}'`,
    },
  }),
  parse(input, { of }) {
    const found = typeof input === 'string' ? asCode(input.trim(), of) : undefined
    if (!found) throw new FieldProblem(refusals[of])
    return found
  },
  fromText: (cell, { of }, { language }) => readCode(cell, of, language) ?? cell.trim(),
  toText: (value, { of }, { language }) => codeName(value, of, language),
  compare: compareCodePoints,
  json: ({ of }) => ({ type: 'string', pattern: patterns[of], description: descriptions[of] }),
})

const descriptions: Readonly<Record<CodeOf, string>> = {
  country: 'Two letters, as ISO 3166 writes them.',
  currency: 'Three letters, as ISO 4217 writes them.',
  language: 'Two letters, as ISO 639-1 writes them.',
  time_zone: 'A name of the IANA database, such as Europe/Paris.',
}
