import type { AnyRecord, Included } from '../client.ts'
import type { DescribedObject } from '../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import { FieldValue } from '../ui/FieldValue.tsx'
import { useWords } from '../words/words.tsx'
import styles from './Facts.module.css'
import type { Section } from './FieldsForm.tsx'
import { sectionsOf } from './sections.ts'

interface FactsProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
}

/** What is known of a record, by the sections of its form. The title's own parts stand above already. */
export function Facts({ object, record, included }: FactsProps) {
  const say = useWords()
  const single = object.title.length === 1 ? object.title[0] : undefined
  const sections = sectionsOf(object).map(section => ({
    ...section,
    fields: section.fields.filter(({ name, type }) => name !== single || type === 'rich_text'),
  }))
  const kept = ['owner_id', 'created_by', 'created_at', 'updated_at'].flatMap(name => fieldOf(object, name) ?? [])
  const all: Section[] = [...sections, { label: say('record.meta'), fields: kept }]
  return all
    .filter(({ fields }) => fields.length > 0)
    .map(section => (
      <section key={section.label ?? ''} className={styles.section}>
        {section.label && <h2 className={styles.heading}>{section.label}</h2>}
        <dl className={styles.facts}>
          {section.fields.map(field => (
            <div key={field.name} className={styles.fact}>
              <dt>{field.label}</dt>
              <dd>
                <FieldValue field={field} value={record[field.name]} included={included} place="fact" />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ))
}
