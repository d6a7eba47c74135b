import { isEmpty } from '../../fields/empty.ts'
import type { DescribedAction, DescribedField, DescribedObject } from '../../schema/described.ts'
import { stepFields } from '../../schema/next-step.ts'
import type { AnyRecord, Included } from '../client.ts'
import { shown } from '../queries.ts'
import { useLocale } from '../schema/use-schema.ts'
import { Chip } from '../ui/Chip.tsx'
import { dueOf, formatDue, isMoment } from '../ui/due.ts'
import { FieldValue } from '../ui/FieldValue.tsx'
import { asStart, formatDay, formatMoment } from '../ui/format.ts'
import { Icon } from '../ui/Icon.tsx'
import { ToRecord } from '../ui/ToRecord.tsx'
import { titleOf } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { offered } from './offered.ts'
import styles from './Related.module.css'
import { useAct } from './use-act.ts'

interface LineProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  /** The field that points here says nothing. */
  readonly hidden: string
}

/** The name, what is known at a glance, and what can be done with one click. */
export function RelatedLine({ object, record, included, hidden }: LineProps) {
  const say = useWords()
  const title = titleOf(object, record, included) || say('list.untitled')
  const details = shown(object)
    .filter(({ name }) => !object.title.includes(name) && name !== hidden && !isOfStep(object, name))
    .filter(({ name, type }) => !isEmpty(record[name]) && type !== 'flag')
    .filter(field => !isUsual(field, record[field.name]))
    .slice(0, 3)
  return (
    <div className={styles.line}>
      <FinishButton object={object} record={record} title={title} />
      <div className={styles.words}>
        <ToRecord plural={object.plural} id={record.id} className={styles.title}>
          {title}
        </ToRecord>
        <div className={styles.details}>
          {details.map(field => (
            <span key={field.name}>
              <FieldValue field={field} value={record[field.name]} included={included} place="row" />
            </span>
          ))}
        </div>
      </div>
      {object.step && !isEmpty(record[object.step.at]) && <DueChip at={String(record[object.step.at])} />}
    </div>
  )
}

/** What is as nearly everywhere says nothing. */
const isUsual = (field: DescribedField, value: unknown) =>
  field.type === 'choice' && 'default' in field && field.default === value

const isOfStep = ({ step }: DescribedObject, name: string) => step !== null && stepFields(step).includes(name)

function DueChip({ at }: { readonly at: string }) {
  const locale = useLocale()
  const now = Date.now()
  return (
    <time dateTime={at} title={isMoment(at) ? formatMoment(at, locale) : formatDay(at, locale)} className={styles.due}>
      <Chip tone={tones[dueOf(at, now, locale.zone)]}>{asStart(formatDue(at, now, locale))}</Chip>
    </time>
  )
}

const tones = { overdue: 'red', today: 'amber', later: 'grey', none: 'grey' } as const

/** What can be done with one click, and needs nothing more. */
export function FinishButton(props: Omit<AtOnceProps, 'action'>) {
  const [action] = offered(props.object, props.record).filter(({ input, confirm }) => input.length === 0 && !confirm)
  return action && <AtOnce {...props} action={action} />
}

interface AtOnceProps extends Pick<LineProps, 'object' | 'record'> {
  readonly title: string
  readonly action: DescribedAction
}

function AtOnce({ object, record, title, action }: AtOnceProps) {
  const acting = useAct(object)
  return (
    <button
      type="button"
      className={styles.act}
      aria-label={`${action.label}: ${title}`}
      title={action.label}
      disabled={acting.isPending}
      onClick={() => acting.mutate({ id: record.id, action })}
    >
      <Icon name="check" size={12} />
    </button>
  )
}
