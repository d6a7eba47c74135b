import type { CellProps, FieldWeb } from '../../web/ui/field-web.ts'
import { RecordLink } from '../../web/ui/RecordLink.tsx'
import styles from './refs.module.css'

export const refsWeb: FieldWeb<'refs'> = { wide: true, Cell: Links }

function Links({ value, field, included, place }: CellProps<'refs'>) {
  const lines = value.map(({ id, role }) => (
    <span key={`${id} ${role}`} className={styles.link}>
      <RecordLink object={field.to} id={id} included={included} />
      {role && <span className={styles.role}>{field.roles?.[role] ?? role}</span>}
    </span>
  ))
  return <span className={place === 'row' ? styles.row : styles.fact}>{lines}</span>
}
