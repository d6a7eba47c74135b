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
}
