import { fieldOf, useSchema } from '../../schema/use-schema.ts'
import { useAdminWords } from '../../words/admin/words.ts'
import styles from './Running.module.css'
import type { Change } from './running.ts'

/** What was there and what is there now; as data, because here it is told exactly. */
export function ChangedFields({ change: { object: name, before, after } }: { readonly change: Change }) {
  const say = useAdminWords()
  const object = useSchema().byName(name)
  const fields = Object.keys({ ...before, ...after })
  const labelOf = (field: string) => (object && fieldOf(object, field)?.label) ?? field
  if (fields.length === 0) return '–'
  const written = (value: unknown) =>
    value === null || value === undefined || value === ''
      ? say('event.empty')
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
  return (
    <details className={styles.changed}>
      <summary>{fields.map(labelOf).join(', ')}</summary>
      <dl>
        {fields.map(field => (
          <div key={field}>
            <dt>{labelOf(field)}</dt>
            <dd>
              {before && <del>{written(before[field])}</del>} <ins>{written(after?.[field])}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
