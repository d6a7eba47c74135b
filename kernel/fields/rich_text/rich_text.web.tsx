import { Textarea } from '@mantine/core'
import type { FieldWeb } from '../../web/ui/field-web.ts'
import styles from './rich_text.module.css'
import { plainText } from './rich_text.ts'

export const richTextWeb: FieldWeb<'rich_text'> = {
  wide: true,
  Cell: ({ value, place }) =>
    place === 'row' ? (
      plainText(value).split('\n', 1)[0]
    ) : (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the server keeps only what sanitise.ts allows
      <div className={styles.text} dangerouslySetInnerHTML={{ __html: value }} />
    ),
  Input: ({ value, onChange, control }) => (
    <Textarea
      {...control}
      autosize
      minRows={4}
      maxRows={16}
      defaultValue={plainText(value ?? '')}
      onChange={event => onChange(asHtml(event.currentTarget.value))}
    />
  ),
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Plain paragraphs, until there is an editor: what is typed is text, whatever it looks like. */
const asHtml = (text: string) =>
  text
    .replace(/[&<>]/g, letter => escapes[letter] ?? '')
    .split(/\n{2,}/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => `<p>${paragraph.trim().replaceAll('\n', '<br>')}</p>`)
    .join('')
