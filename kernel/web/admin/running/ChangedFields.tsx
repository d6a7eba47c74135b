import { isEmpty } from '../../../fields/empty.ts'
import type { DescribedField } from '../../../schema/described.ts'
import type { Included } from '../../client.ts'
import { fieldOf, useSchema } from '../../schema/use-schema.ts'
import { FieldValue } from '../../ui/FieldValue.tsx'
import { useAdminWords } from '../../words/admin/words.ts'
import styles from './Running.module.css'
import type { Change } from './running.ts'

interface ChangedFieldsProps {
  readonly change: Change
  readonly included: Included
}

/** What was there and what is there now: one field at once, several when they are asked for. */
export function ChangedFields({ change, included }: ChangedFieldsProps) {
  const object = useSchema().byName(change.object)
  const { before, after } = change
  const names = Object.keys({ ...before, ...after }).filter(name => !kept.has(name))
  const shown = names.filter(name => !isEmpty(before?.[name]) || !isEmpty(after?.[name]))
  const fields = shown.map(name => ({ name, field: object && fieldOf(object, name) }))
  if (fields.length === 0) return '–'
  const list = (
    <dl>
      {fields.map(({ name, field }) => (
        <div key={name}>
          <dt>{field?.label ?? name}</dt>
          <dd>
            {before && (
              <>
                <del>
                  <Value field={field} value={before[name]} included={included} />
                </del>{' '}
                <span aria-hidden>→</span>{' '}
              </>
            )}
            <ins>
              <Value field={field} value={after?.[name]} included={included} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
  if (fields.length === 1) return <div className={styles.changed}>{list}</div>
  return (
    <details className={styles.changed}>
      <summary>{fields.map(({ name, field }) => field?.label ?? name).join(', ')}</summary>
      {list}
    </details>
  )
}

/** Of the machinery: they are in every change. */
const kept = new Set(['id', 'version', 'created_at', 'updated_at', 'created_by'])

interface ValueProps {
  readonly field: DescribedField | undefined
  readonly value: unknown
  readonly included: Included
}

function Value({ field, value, included }: ValueProps) {
  const say = useAdminWords()
  if (isEmpty(value)) return say('event.empty')
  if (!field || field.type === 'json') return typeof value === 'string' ? value : JSON.stringify(value)
  return <FieldValue field={field} value={value} included={included} place="row" />
}
