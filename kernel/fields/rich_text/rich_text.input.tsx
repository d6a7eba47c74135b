import { Textarea } from '@mantine/core'
import type { InputOf } from '../../web/ui/field-web.ts'
import { plainText } from './rich_text.ts'

export const RichTextInput: InputOf<'rich_text'> = ({ value, onChange, control }) => (
  <Textarea
    {...control}
    autosize
    minRows={4}
    maxRows={16}
    defaultValue={plainText(value ?? '')}
    onChange={event => onChange(asHtml(event.currentTarget.value))}
  />
)

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Plain paragraphs, until there is an editor: what is typed is text, whatever it looks like. */
const asHtml = (text: string) =>
  text
    .replace(/[&<>]/g, letter => escapes[letter] ?? '')
    .split(/\n{2,}/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('')
