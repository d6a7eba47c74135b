// What is planned next for a record, of all that is about it and still to be done: read along with the record itself.

import { type RawBuilder, sql } from 'kysely'
import { type NextStep, nextStepName, stepFields } from '../../schema/next-step.ts'
import { canSee, may } from '../access/rights.ts'
import { type Seeing, visible } from '../access/visible.ts'
import { type Condition, join } from '../filter/compile.ts'
import type { Model, PlannedStep } from '../tables/model.ts'
import type { Reading } from './list.ts'
import { titleOf } from './titles.ts'

/** The objects whose records may come next, as far as this person may be told. */
export function stepsSeen({ models, actor }: Pick<Seeing, 'models' | 'actor'>, model: Model): [PlannedStep, Model][] {
  return model.steps.flatMap(step => {
    const other = models.find(step.object)
    return other && may(actor, other, 'read') && stepFields(step).every(name => canSee(actor, other, name))
      ? [[step, other] satisfies [PlannedStep, Model]]
      : []
  })
}

/** As one more column: nothing where it was not asked for. */
export function selectNextStep(
  reading: Reading,
  model: Model,
  asked: readonly string[],
  alias: string,
): RawBuilder<unknown>[] {
  if (!asked.includes(nextStepName)) return []
  const planned = stepsSeen(reading, model).map(([step, other]) => earliest(reading, step, other, alias))
  return [
    sql`(select json_build_object('object', s.object, 'id', s.id, 'title', s.title, 'at', s.at)
      from (${sql.join(planned, sql` union all `)}) as s order by s.due, s.id limit 1) as ${sql.id(nextStepName)}`,
  ]
}

/** From a row that may have brought it. */
export const nextStepIn = (raw: Readonly<Record<string, unknown>>): { next_step?: NextStep | null } =>
  nextStepName in raw ? { [nextStepName]: raw[nextStepName] as NextStep | null } : {}

/** A day begins where the reader is; what has no time comes last. */
function earliest(reading: Reading, { object, about, at, time, where }: PlannedStep, other: Model, alias: string) {
  const step = `${alias}_step`
  const column = (name: string) => sql.ref(`${step}.${name}`)
  const times = [...(time ? [time] : []), at].map(name => asTime(column(name), other.fields[name]?.type, reading))
  const text = sql`coalesce(${sql.join(times.map(each => each.text))})`
  const due = sql`coalesce(${sql.join(times.map(each => each.due))})`
  const open = Object.entries(where).map(
    ([name, wanted]): Condition => sql`${column(name)} = any(${[wanted].flat()}::text[])`,
  )
  return sql`(select ${object}::text as object, ${column('id')} as id, ${titleOf(reading, other, step)} as title, ${text} as at, ${due} as due
    from links as l join ${sql.table(other.table)} as ${sql.ref(step)} on ${column('id')} = l.from_id
    where l.to_id = ${sql.ref(`${alias}.id`)} and l.field = ${about} and l.from_object = ${object}
      and ${column('deleted_at')} is null and ${join([...open, visible(reading, other, 'read', step)], ' and ')}
    order by ${due}, ${column('id')} limit 1)`
}

function asTime(column: RawBuilder<unknown>, type: string | undefined, { actor: { locale } }: Reading) {
  if (type === 'date')
    return {
      text: sql`to_char(${column}, 'YYYY-MM-DD')`,
      due: sql`${column}::timestamp at time zone ${locale.zone}::text`,
    }
  return { text: sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`, due: column }
}
