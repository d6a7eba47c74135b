import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type CSSProperties, useId, useState } from 'react'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { useCommands } from '../commands/registry.ts'
import { listOnce, pointers } from '../queries.ts'
import { mayDo } from '../schema/use-schema.ts'
import { announceTrouble } from '../ui/announce.tsx'
import { FieldValue } from '../ui/FieldValue.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { titleOf } from '../ui/titles.ts'
import { useDone } from '../undo/use-undo.ts'
import { useDuplicateWords } from '../words/duplicates/words.ts'
import styles from './Compare.module.css'
import { compared, fullest, whoseValue } from './choosing.ts'
import { dismiss, type Group, merge } from './duplicates.ts'

interface CompareProps {
  readonly object: DescribedObject
  readonly group: Group
  readonly onDone: () => void
}

/** Records beside each other: which one stays, and of each field whose value. */
export function Compare({ object, group: { records }, onDone }: CompareProps) {
  const say = useDuplicateWords()
  const ids = records.map(({ id }) => id)
  const { data } = useQuery(
    listOnce(object, { where: { id: { in: ids } }, include: pointers(object.fields), limit: 50 }),
  )
  const [survivor, setSurvivor] = useState(() => fullest(records))
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({})
  const { differing, joined, equal } = compared(object, records)
  const deciding = useDeciding(object, records, onDone)
  const isAllowed = mayDo(object, 'edit') && mayDo(object, 'delete')
  const decide = () => deciding.merge.mutate({ survivor, choices })
  useCommands([
    {
      id: 'duplicates.merge',
      label: say('duplicates.merge'),
      icon: 'check',
      keys: 'm',
      group: 'here',
      run: () => isAllowed && decide(),
    },
    {
      id: 'duplicates.apart',
      label: say('duplicates.apart'),
      icon: 'x',
      keys: 'x',
      group: 'here',
      run: () => deciding.apart.mutate(),
    },
  ])
  const shared = { records, included: data?.included ?? {} }
  return (
    <div className={styles.compare} style={{ '--records': records.length } as CSSProperties}>
      <Survivor object={object} records={records} survivor={survivor} onChange={setSurvivor} />
      {differing.map(field => (
        <Choice
          key={field.name}
          {...shared}
          field={field}
          chosen={whoseValue(field.name, records, survivor, choices[field.name])}
          onChange={id => setChoices(before => ({ ...before, [field.name]: id }))}
        />
      ))}
      {joined.map(field => (
        <div key={field.name} className={styles.row}>
          <span className={styles.label}>{field.label}</span>
          <span className={styles.joined}>{say('duplicates.both')}</span>
        </div>
      ))}
      <div className={styles.foot}>
        <span className={styles.equal}>
          {isAllowed ? equal > 0 && say('duplicates.equal', { count: equal }) : say('duplicates.forbidden')}
        </span>
        <Button
          variant="default"
          loading={deciding.apart.isPending}
          onClick={() => deciding.apart.mutate()}
          disabled={!mayDo(object, 'edit')}
        >
          {say('duplicates.apart')}
        </Button>
        <Button loading={deciding.merge.isPending} onClick={decide} disabled={!isAllowed}>
          {say('duplicates.merge')}
        </Button>
      </div>
    </div>
  )
}

function Survivor({
  object,
  records,
  survivor,
  onChange,
}: {
  readonly object: DescribedObject
  readonly records: readonly AnyRecord[]
  readonly survivor: string
  readonly onChange: (id: string) => void
}) {
  const say = useDuplicateWords()
  const name = useId()
  return (
    <fieldset className={styles.row} data-head>
      <legend className="unseen">{say('duplicates.stays.which')}</legend>
      <span className={styles.label}>{say('duplicates.stays')}</span>
      {records.map(record => {
        const title = titleOf(object, record) || say('list.untitled')
        return (
          <div key={record.id} className={styles.cell} data-chosen={record.id === survivor || undefined}>
            <input
              type="radio"
              name={name}
              checked={record.id === survivor}
              onChange={() => onChange(record.id)}
              aria-label={`${say('duplicates.stays')}: ${title}`}
            />
            <ToRecord plural={object.plural} id={record.id} className={styles.title}>
              {title}
            </ToRecord>
          </div>
        )
      })}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly field: DescribedField
  readonly records: readonly AnyRecord[]
  readonly included: Included
  readonly chosen: string
  readonly onChange: (id: string) => void
}

function Choice({ field, records, included, chosen, onChange }: ChoiceProps) {
  const name = useId()
  return (
    <fieldset className={styles.row}>
      <legend className="unseen">{field.label}</legend>
      <span className={styles.label} aria-hidden>
        {field.label}
      </span>
      {records.map(record => (
        <label key={record.id} className={styles.cell} data-chosen={record.id === chosen || undefined}>
          <input type="radio" name={name} checked={record.id === chosen} onChange={() => onChange(record.id)} />
          <span className={styles.value}>
            <FieldValue field={field} value={record[field.name]} included={included} place="row" />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function useDeciding(object: DescribedObject, records: readonly AnyRecord[], onDone: () => void) {
  const say = useDuplicateWords()
  const queries = useQueryClient()
  const done = useDone()
  const onError = (error: unknown) => announceTrouble(error, say)
  const settle = async (said: string, answer?: unknown) => {
    done(said, answer)
    onDone()
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'schema' })
  }
  return {
    merge: useMutation({
      mutationFn: ({ survivor, choices }: { survivor: string; choices: Readonly<Record<string, string>> }) =>
        merge(
          object,
          survivor,
          records.map(({ id }) => id).filter(id => id !== survivor),
          choices,
        ),
      onSuccess: record =>
        settle(say('duplicates.merged', { title: titleOf(object, record) || say('list.untitled') }), record),
      onError,
    }),
    apart: useMutation({
      mutationFn: () =>
        dismiss(
          object,
          records.map(({ id }) => id),
        ),
      onSuccess: () => settle(say('duplicates.apart.done')),
      onError,
    }),
  }
}
