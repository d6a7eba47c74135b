import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { checkLength, compareFolded } from '../text/text.ts'

export interface RichTextOptions {
  readonly max?: number
}
declare module '../../schema/field.ts' {
  interface Values {
    /** HTML of the few elements that sanitise.ts allows. */
    rich_text: string
  }
  interface Options {
    rich_text: RichTextOptions
  }
}

export const richText = <const O extends Common & RichTextOptions = Record<never, never>>(options?: O) =>
  ({ type: 'rich_text', ...options }) as { readonly type: 'rich_text' } & O

let sanitise: ((html: string) => string) | undefined

/** The sanitiser is too heavy for the page, so the server brings it; without one nothing is accepted. */
export function setSanitiser(sanitiser: (html: string) => string) {
  sanitise = sanitiser
}

export const richTextType = defineFieldType<'rich_text'>({
  name: 'rich_text',
  shape: 'scalar',
  key: 'fold',
  // Not `contains`: it would find the names of elements. The search strips them.
  operators: ['empty'],
  sortable: false,
  columns: (field, name) => ({ [name]: { type: 'text', null: !field.required } }),
  parse(input, { max = 100_000 }) {
    if (typeof input !== 'string') throw new FieldProblem('not-text')
    if (!sanitise) throw new Error('Rich text has no sanitiser: call equipFields() when the server starts.')
    const clean = sanitise(checkLength(input.normalize('NFC'), 0, max)).trim()
    return plainText(clean) === '' ? '' : checkLength(clean, 0, max)
  },
  fromText: cell => cell,
  toText: value => value,
  compare: compareFolded,
  json: ({ max = 100_000 }) => ({ type: 'string', contentMediaType: 'text/html', maxLength: max }),
})

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

export const unescaped = (html: string) =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '')

/** Sanitised HTML as a search or a plain mail has it. */
export const plainText = (html: string) =>
  unescaped(html.replace(/<(br|hr|\/p|\/li|\/h[1-4]|\/blockquote|\/pre)\b[^>]*>/g, '\n').replace(/<[^>]*>/g, ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
