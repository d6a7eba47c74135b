import type { DescribedObject } from '../../schema/described.ts'
import type { NextStep as Step } from '../../schema/next-step.ts'
import { mayDo, useLocale, useSchema } from '../schema/use-schema.ts'
import { dueOf, formatDue } from '../ui/due.ts'
import { Icon } from '../ui/Icon.tsx'
import { RecordLink } from '../ui/RecordLink.tsx'
import { asLine } from '../ui/titles.ts'
import { sayWith, useWords } from '../words/words.tsx'
import { useHere } from './here.ts'
import styles from './NextStep.module.css'
import { FinishButton } from './RelatedLine.tsx'

/** What comes next here, or a way to plan it: beside the name, whatever else one looks at. */
export function NextStep({ onPlan }: { readonly onPlan: (object: DescribedObject) => void }) {
  const say = useWords()
  const schema = useSchema()
  const { object, record } = useHere()
  const planned = object.steps.flatMap(name => schema.byName(name) ?? [])
  const [first] = planned.filter(other => mayDo(other, 'create'))
  const step = record.next_step as Step | null | undefined
  if (step) return <Planned step={step} />
  if (planned.length === 0 || !first) return null
  return (
    <button type="button" className={styles.plan} onClick={() => onPlan(first)}>
      <Icon name="plus" size={14} />
      {say('record.next-step.add')}
    </button>
  )
}

function Planned({ step }: { readonly step: Step }) {
  const say = useWords()
  const locale = useLocale()
  const object = useSchema().byName(step.object)
  const now = Date.now()
  const title = asLine(step.title, undefined) || say('list.untitled')
  const what = (
    <span key="what" className={styles.what}>
      <RecordLink object={step.object} id={step.id} included={{ [step.object]: { [step.id]: { ...step, title } } }} />
    </span>
  )
  const when = step.at && (
    <time key="when" dateTime={step.at}>
      {formatDue(step.at, now, locale)}
    </time>
  )
  return (
    <p className={styles.step} data-due={dueOf(step.at, now, locale.zone)}>
      {object?.step && (
        <FinishButton object={object} record={{ ...object.step.where, id: step.id, version: 0 }} title={title} />
      )}
      <span className={styles.label}>{say('record.next-step')}</span>
      <span className={styles.said}>{when ? sayWith(say, 'record.next-step.at', { what, when }) : what}</span>
    </p>
  )
}
