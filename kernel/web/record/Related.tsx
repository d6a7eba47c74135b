import { ActionIcon, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import { relatedQuery, totalsQuery } from '../queries.ts'
import { fieldOf, mayDo, useSchema } from '../schema/use-schema.ts'
import { Icon } from '../ui/Icon.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { CreateForm } from './CreateForm.tsx'
import { Files, fileHolder } from './Files.tsx'
import { useHere } from './here.ts'
import { pointTo } from './point-to.ts'
import styles from './Related.module.css'
import { RelatedLine } from './RelatedLine.tsx'

interface Pointing {
  readonly object: DescribedObject
  readonly field: DescribedField
}

/** Records of other objects that point to this one, with a way to add another. */
export function Related() {
  const schema = useSchema()
  const { object } = useHere()
  const holder = fileHolder(schema, object)
  const pointing = schema.objects
    .flatMap(other => pointersTo(object.name, other))
    .filter(({ object: other }) => other !== holder?.object && !isTold(other))
  return (
    <>
      {pointing.map(one => (
        <RelatedPanel key={`${one.object.name}.${one.field.name}`} {...one} isOnly={isOnly(one, pointing)} />
      ))}
      {holder && <Files holder={holder} />}
    </>
  )
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

/** What is all text, and what happened at some time, stands in the story in full. */
const isTold = (object: DescribedObject) =>
  object.happened !== null ||
  (object.title.every(name => fieldOf(object, name)?.type === 'rich_text') && object.through !== null)

const isOnly = ({ object }: Pointing, all: readonly Pointing[]) =>
  all.filter(other => other.object.name === object.name).length === 1

const most = 5

function RelatedPanel({ object, field, isOnly }: Pointing & { readonly isOnly: boolean }) {
  const say = useWords()
  const { object: of, record } = useHere()
  const [isAdding, add] = useState(false)
  const where = { ...whereOf(field, of, record.id), ...stillToDo(object) }
  const { data, isPending } = useQuery(relatedQuery(object, where))
  const rows = data?.rows ?? []
  const { data: totals } = useQuery({ ...totalsQuery(object, { where }), enabled: rows.length > most })
  const count = totals?.[0]?.count
  const mayAdd = mayDo(object, 'create') && !field.readonly
  if (data && rows.length === 0 && !mayAdd) return null
  return (
    <section className={styles.panel} data-empty={rows.length === 0 || undefined}>
      <h2 className={styles.heading}>
        <span>
          {isOnly ? object.label[1] : `${object.label[1]} · ${field.label}`}
          {rows.length > 0 && <span className={styles.count}>{count ?? rows.length}</span>}
        </span>
        {mayAdd && (
          <ActionIcon
            variant="subtle"
            size={24}
            aria-label={say('record.add', { label: object.label[0] })}
            onClick={() => add(true)}
          >
            <Icon name="plus" />
          </ActionIcon>
        )}
      </h2>
      {isPending && <Skeleton height={36} radius="sm" />}
      {rows.slice(0, most).map(row => (
        <RelatedLine key={row.id} object={object} record={row} included={data?.included ?? {}} hidden={field.name} />
      ))}
      {rows.length > most && (
        <Link to="/$plural" params={{ plural: object.plural }} search={{ where }} className={styles.all}>
          {say('record.related.all', { count: count ?? rows.length })}
        </Link>
      )}
      {isAdding && (
        <CreateForm
          object={object}
          start={{ [field.name]: pointTo(field, of.name, record.id) }}
          included={{ [of.name]: { [record.id]: { id: record.id, title: titleOf(of, record) } } }}
          onDone={() => add(false)}
          onCancel={() => add(false)}
        />
      )}
    </section>
  )
}

function whereOf(field: DescribedField, of: DescribedObject, id: string) {
  if (field.type === 'ref') return { [field.name]: id }
  return { [field.name]: { in: [field.type === 'about' ? { object: of.name, id } : id] } }
}

/** Of what is planned, what was done is told by the story. */
const stillToDo = ({ step }: DescribedObject) =>
  Object.fromEntries(
    Object.entries(step?.where ?? {}).map(([name, wanted]) => [
      name,
      typeof wanted === 'string' ? wanted : { in: wanted },
    ]),
  )
