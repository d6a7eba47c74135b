import { isEmpty } from '../../fields/empty.ts'
import { fieldOf } from '../schema/use-schema.ts'
import type { Section } from '../screens/FieldsForm.tsx'
import { sectionsOf } from '../screens/sections.ts'
import { FieldValue } from '../ui/FieldValue.tsx'
import { useWords } from '../words/words.tsx'
import { Editable } from './Editable.tsx'
import styles from './Facts.module.css'
import { useHere } from './here.ts'
import { WholeWords } from './WholeWords.tsx'

/** What is known of a record, by the sections of its form. The title's own parts stand above already. */
export function Facts() {
  const say = useWords()
  const { object, record, included } = useHere()
  const isAbove = (name: string, type: string) => object.title.includes(name) && type !== 'rich_text'
  const sections = sectionsOf(object).map(section => ({
    ...section,
    fields: section.fields.filter(({ name, type }) => !isAbove(name, type)),
  }))
  const kept = ['owner_id', 'created_by', 'created_at', 'updated_at']
    .flatMap(name => fieldOf(object, name) ?? [])
    .filter(({ name, readonly }) => !readonly || !isEmpty(record[name]))
  const all: Section[] = [...sections, { label: say('record.meta'), fields: kept }]
  return all
    .filter(({ fields }) => fields.length > 0)
    .map((section, at) => (
      <section key={section.label ?? ''} className={styles.section}>
        {(section.label || at > 0) && (
          <h2 className={at === 0 ? 'unseen' : styles.heading}>{section.label ?? say('record.rest')}</h2>
        )}
        <dl className={styles.facts}>
          {section.fields.map(field => (
            <div key={field.name} className={styles.fact}>
              <dt>
                <WholeWords text={field.label} />
              </dt>
              <dd data-record={record.id} data-field={field.name}>
                <Editable fields={[field]} label={field.label}>
                  <FieldValue field={field} value={record[field.name]} included={included} place="fact" />
                </Editable>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    ))
}
