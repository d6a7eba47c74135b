import { ActionIcon, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AnyRecord, Included } from '../client.ts'
import { relatedQuery, shown } from '../queries.ts'
import type { DescribedField, DescribedObject } from '../schema/described.ts'
import { mayDo, useSchema } from '../schema/use-schema.ts'
import { FieldValue, isEmpty } from '../ui/FieldValue.tsx'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './Related.module.css'

interface Pointing {
  readonly object: DescribedObject
  readonly field: DescribedField
}

/** Records of other objects that point to this one, with a way to add another. */
export function Related() {
  const { object, record } = useHere()
  const { objects } = useSchema()
  const pointing = objects.flatMap(other => pointersTo(object.name, other))
  return pointing.map(one => (
    <RelatedPanel
      key={`${one.object.name}.${one.field.name}`}
      {...one}
      of={object}
      record={record}
      isOnly={isOnly(one, pointing)}
    />
  ))
}

const pointersTo = (name: string, object: DescribedObject): Pointing[] =>
  object.fields
    .filter(field => !['owner_id', 'created_by'].includes(field.name))
    .filter(field =>
      field.type === 'ref' || field.type === 'refs'
        ? field.to === name
        : field.type === 'about' && field.to.includes(name),
    )
    .map(field => ({ object, field }))

const isOnly = ({ object }: Pointing, all: readonly Pointing[]) =>
  all.filter(other => other.object.name === object.name).length === 1

function RelatedPanel({
  object,
  field,
  of,
  record,
  isOnly,
}: Pointing & { readonly of: DescribedObject; readonly record: AnyRecord; readonly isOnly: boolean }) {
  const say = useWords()
  const { data, isPending } = useQuery(relatedQuery(object, whereOf(field, of, record.id)))
  const heading = isOnly ? object.label[1] : `${object.label[1]} · ${field.label}`
  const rows = data?.rows ?? []
  if (data && rows.length === 0 && !mayDo(object, 'create')) return null
  return (
    <section className={styles.panel}>
      <h2 className={styles.heading}>
        <span>{heading}</span>
        {mayDo(object, 'create') && !field.readonly && (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={say('record.add', { label: object.label[0] })}
            renderRoot={props => (
              <Link
                {...props}
                to="/$plural"
                params={{ plural: object.plural }}
                search={{ create: true, with: field.name, of: of.name, id: record.id }}
              />
            )}
          >
            <Icon name="plus" />
          </ActionIcon>
        )}
      </h2>
      {isPending && <Skeleton height={36} radius="sm" />}
      {rows.slice(0, 5).map(row => (
        <RelatedLine key={row.id} object={object} record={row} included={data?.included ?? {}} hidden={field.name} />
      ))}
      {data && rows.length === 0 && <p className={styles.none}>{say('record.related.none')}</p>}
    </section>
  )
}

/** The name, and under it the first two things known. */
function RelatedLine({
  object,
  record,
  included,
  hidden,
}: {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly hidden: string
}) {
  const say = useWords()
  const details = shown(object)
    .filter(({ name }) => !object.title.includes(name) && name !== hidden)
    .filter(({ name, type }) => !isEmpty(record[name]) && type !== 'flag')
    .slice(0, 3)
  return (
    <div className={styles.line}>
      <Link to="/$plural/$id" params={{ plural: object.plural, id: record.id }} className={styles.title}>
        {titleOf(object, record) || say('list.untitled')}
      </Link>
      <div className={styles.details}>
        {details.map(field => (
          <span key={field.name}>
            <FieldValue field={field} value={record[field.name]} included={included} place="row" />
          </span>
        ))}
      </div>
    </div>
  )
}

function whereOf(field: DescribedField, of: DescribedObject, id: string) {
  if (field.type === 'ref') return { [field.name]: id }
  return { [field.name]: { in: [field.type === 'about' ? { object: of.name, id } : id] } }
}
