// What a filter of an object can ask about: its fields, those of what it points to, and how many point to it.

import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Step } from '../../schema/object.ts'
import { fieldOf, type Schema } from '../schema/use-schema.ts'
import { isAskable } from './operators.ts'

export interface FieldSubject {
  readonly kind: 'field'
  readonly key: string
  readonly path: string
  readonly field: DescribedField
  /** 'Company › Industry' */
  readonly label: string
  /** Under which it is offered. */
  readonly group: string
}
export interface CountSubject {
  readonly kind: 'count'
  readonly key: string
  readonly of: DescribedObject
  readonly by: string
  readonly label: string
}
/** That nothing is planned: none of what may be somebody's next step. */
export interface NoStepSubject {
  readonly kind: 'no-step'
  readonly key: string
  readonly planned: readonly { readonly of: DescribedObject; readonly step: Step }[]
}
export type Subject = FieldSubject | CountSubject | NoStepSubject
type Known = Pick<Schema, 'byName' | 'objects'>

const longestPath = 3
const between = ' › '

export function subjectsOf(schema: Known, object: DescribedObject): readonly Subject[] {
  return [...fieldSubjects(schema, object, [], []), ...noStep(schema, object), ...countSubjects(schema, object)]
}

function fieldSubjects(
  schema: Known,
  object: DescribedObject,
  path: readonly DescribedField[],
  passed: readonly string[],
): FieldSubject[] {
  const here = object.fields.filter(field => isAskable(field) && (path.length === 0 || !isBookkeeping(field)))
  const own = here.map(field => subjectOf(object, [...path, field]))
  const inner = object.fields.flatMap(field => {
    const to = targetOf(schema, field)
    const isNear =
      path.length === 0 ? !isBookkeeping(field) : path.length < longestPath - 1 && field.name !== 'owner_id'
    return to && isNear && ![...passed, object.name].includes(to.name)
      ? fieldSubjects(schema, to, [...path, field], [...passed, object.name])
      : []
  })
  return [...own, ...inner]
}

/** Of another record, who wrote it down and when says little. */
const isBookkeeping = ({ name }: DescribedField) => name === 'created_by' || name === 'updated_at'

function subjectOf(object: DescribedObject, path: readonly DescribedField[]): FieldSubject {
  const names = path.map(({ name }) => name).join('.')
  const labels = path.map(({ label }) => label)
  return {
    kind: 'field',
    key: names,
    path: names,
    field: path.at(-1) as DescribedField,
    label: labels.join(between),
    group: path.length === 1 ? object.label[0] : labels.slice(0, -1).join(between),
  }
}

function countSubjects({ objects }: Known, object: DescribedObject): CountSubject[] {
  return objects.flatMap(other => {
    const pointers = other.fields.filter(field => pointsTo(field, object.name) && !isBookkeeping(field))
    return pointers.map(field => ({
      kind: 'count' as const,
      key: countKey(other.name, field.name),
      of: other,
      by: field.name,
      label: pointers.length > 1 ? `${other.label[1]}${between}${field.label}` : other.label[1],
    }))
  })
}

function noStep({ byName }: Known, { steps }: DescribedObject): NoStepSubject[] {
  const planned = steps.flatMap(name => {
    const of = byName(name)
    return of?.step ? [{ of, step: of.step }] : []
  })
  return planned.length ? [{ kind: 'no-step', key: '#no-step', planned }] : []
}

export const countKey = (of: string, by: string | undefined) => `#${of}.${by}`

const targetOf = ({ byName }: Known, field: DescribedField) =>
  field.type === 'ref' || field.type === 'refs' ? byName(field.to) : undefined

function pointsTo(field: DescribedField, name: string) {
  if (field.type === 'about') return field.to.includes(name)
  if (field.type === 'tags') return name === 'tag'
  return (field.type === 'ref' || field.type === 'refs') && field.to === name
}

/** The fields along a path; none where it leads nowhere for this person. */
export function alongPath(schema: Known, object: DescribedObject, path: string): readonly DescribedField[] | undefined {
  const [name = '', ...rest] = path.split('.')
  const field = fieldOf(object, name)
  if (!field || rest.length === 0) return field ? [field] : undefined
  const to = field.type === 'tags' ? schema.byName('tag') : targetOf(schema, field)
  const further = to && alongPath(schema, to, rest.join('.'))
  return further ? [field, ...further] : undefined
}

export const labelAlong = (fields: readonly DescribedField[]) => fields.map(({ label }) => label).join(between)
