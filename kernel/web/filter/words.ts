// What a condition says, in words: 'Company › Country' 'is' 'France'.

import { labelOf } from '../../fields/choice/options.ts'
import type { Money } from '../../fields/money/money.ts'
import { typeOf } from '../../fields/types.ts'
import type { DescribedField, DescribedObject } from '../../schema/described.ts'
import type { Locale } from '../../schema/field-type.ts'
import type { Included } from '../client.ts'
import type { Schema } from '../schema/use-schema.ts'
import { formatDay, formatMoney, formatNumber, formatPercent } from '../ui/format.ts'
import { asLine } from '../ui/titles.ts'
import type { ListSay, ListWord } from '../words/list/words.ts'
import { type Asked, isComplete, isKnown, shapeOf } from './operators.ts'
import { alongPath, labelAlong } from './subjects.ts'
import type { Condition, Count, Group, Term } from './tree.ts'

export interface Said {
  readonly subject: string
  readonly verb: string
  readonly value: string
}

export interface Saying {
  readonly schema: Pick<Schema, 'byName' | 'objects'>
  readonly object: DescribedObject
  readonly included: Included
  readonly locale: Locale
  readonly say: ListSay
}

/** None of what is not finished yet. */
export function sayTerm(term: Term, saying: Saying): Said | undefined {
  if (term.kind === 'group') return sayGroup(term, saying)
  return term.kind === 'count' ? sayCount(term, saying) : sayCondition(term, saying)
}

/** '' where nothing in it is finished. */
export function sayFilter(root: Group, saying: Saying): string {
  const said = sayTerm(root, saying)
  return said ? asText(said) : ''
}

/** In one line, as a part of something longer. */
const asText = ({ subject, verb, value }: Said) => [subject, verb, value].filter(Boolean).join(' ')

function sayGroup({ how, terms }: Group, saying: Saying): Said | undefined {
  const parts = terms.flatMap(term => sayTerm(term, saying) ?? []).map(asText)
  if (parts.length === 0) return undefined
  const between = saying.say(how === 'all' ? 'filter.and' : 'filter.or')
  return {
    subject: '',
    verb: how === 'none' ? saying.say('filter.none-of') : '',
    value: parts.join(` ${between} `),
  }
}

function sayCondition({ path, operator, operand }: Condition, saying: Saying): Said | undefined {
  const { say, schema, object } = saying
  if (!isComplete(operator, operand)) return undefined
  const along = alongPath(schema, object, path)
  const field = along?.at(-1)
  if (!along || !field || !isKnown(operator)) return { subject: path, verb: say('filter.unknown'), value: '' }
  return {
    subject: labelAlong(along),
    verb: say(operatorWord(field, operator)),
    value: sayOperand(field, operator, operand, saying),
  }
}

function sayCount(count: Count, saying: Saying): Said | undefined {
  const { of, bound, number, within, where } = count
  const { say, schema, locale } = saying
  const other = schema.byName(of)
  if (number === null) return undefined
  if (!other) return { subject: of, verb: say('filter.unknown'), value: '' }
  if (isNoStep(count, other, saying)) return { subject: say('filter.no-step'), verb: '', value: '' }
  const inner = sayGroup(where, { ...saying, object: other })
  const window = within ? sayPeriod(within, say) : ''
  return {
    subject: other.label[1],
    verb: say(`filter.bound.${bound}`),
    value: [formatNumber(number, locale), inner ? `(${asText(inner)})` : '', window].filter(Boolean).join(' '),
  }
}

/** None of what is planned, where nothing else can be somebody's next step. */
function isNoStep({ by, bound, number, within, where }: Count, { name, step }: DescribedObject, { object }: Saying) {
  if (!step || object.steps.join() !== name || by !== step.about || bound !== 'is' || number !== 0 || within)
    return false
  const asked = where.terms.map(term => (term.kind === 'condition' ? `${term.path} ${[term.operand].flat()}` : ''))
  const planned = Object.entries(step.where).map(([field, wanted]) => `${field} ${[wanted].flat()}`)
  const isSame = asked.length === planned.length && asked.every(each => planned.includes(each))
  return isSame && where.how === 'all' && where.terms.every(term => term.kind === 'condition' && term.operator === 'in')
}

/** Days come after each other, amounts are more or less. */
export function operatorWord({ type }: Pick<DescribedField, 'type'>, operator: Asked): ListWord {
  const isTime = type === 'date' || type === 'moment'
  if (operator === 'gt' || operator === 'gte' || operator === 'lt' || operator === 'lte')
    return isTime ? `filter.time.${operator}` : `filter.operator.${operator}`
  const hasMany = type === 'choices' || type === 'tags' || type === 'refs' || type === 'about'
  if (hasMany && (operator === 'in' || operator === 'not_in')) return `filter.many.${operator}`
  return `filter.operator.${operator}`
}

function sayOperand(field: DescribedField, operator: Asked, operand: unknown, saying: Saying): string {
  const shape = shapeOf(operator)
  if (shape === 'none') return ''
  if (shape === 'period') return sayPeriod(operand, saying.say)
  if (shape === 'piece') return saying.say('filter.piece', { text: String(operand) })
  const values = shape === 'many' && Array.isArray(operand) ? operand : [operand]
  const said = values.slice(0, mostSaid).map(value => sayValue(field, value, saying))
  const more = values.length - said.length
  return more > 0 ? saying.say('filter.and-more', { values: said.join(', '), count: more }) : said.join(', ')
}

const mostSaid = 3

function sayValue(field: DescribedField, value: unknown, { say, locale, included }: Saying): string {
  switch (field.type) {
    case 'flag':
      return say(value ? 'value.yes' : 'value.no')
    case 'choice':
    case 'choices':
      return labelOf(String(value), field.options)
    case 'ref':
    case 'refs':
    case 'tags':
    case 'about':
      return sayRecord(value, say, included)
    case 'money':
      return typeof value === 'object' && value !== null
        ? formatMoney(value as Money, locale)
        : formatMoney({ amount: String(value), currency: locale.currency }, locale)
    case 'number':
      return formatNumber(Number(value), locale)
    case 'percent':
      return formatPercent(Number(value), locale)
    case 'date':
      return formatDay(String(value), locale)
    default:
      return typeOf(field).toText(value as never, field as never, locale)
  }
}

/** The person themselves, a record by its name, or one that has none here. */
function sayRecord(value: unknown, say: ListSay, included: Included): string {
  if (value === '@me') return say('filter.me')
  const id = idOf(value)
  const found = Object.values(included).find(names => names[id])?.[id]
  return found ? asLine(found.title, undefined) || say('list.untitled') : say('value.unseen')
}

export const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

export function sayPeriod(period: unknown, say: ListSay): string {
  if (typeof period === 'string') return say(`filter.period.${period}` as ListWord)
  const { last, next } = period as { readonly last?: string; readonly next?: string }
  const [, digits, unit] = /^(\d+) (day|week|month|year)s?$/.exec(last ?? next ?? '') ?? []
  if (!unit) return ''
  const word = last ? `filter.last.${unit}` : `filter.next.${unit}`
  return say(word as ListWord, { count: Number(digits) })
}

/** Every record that a filter names, by the object it is of, so that its name can be asked for. */
export function namedIn(term: Term, saying: Pick<Saying, 'schema' | 'object'>): readonly (readonly [string, string])[] {
  if (term.kind === 'group') return term.terms.flatMap(inner => namedIn(inner, saying))
  if (term.kind === 'count') {
    const other = saying.schema.byName(term.of)
    return other ? namedIn(term.where, { ...saying, object: other }) : []
  }
  const field = alongPath(saying.schema, saying.object, term.path)?.at(-1)
  const shape = shapeOf(term.operator)
  if (!field || (shape !== 'one' && shape !== 'many')) return []
  const values: readonly unknown[] = Array.isArray(term.operand) ? term.operand : [term.operand]
  return values.flatMap(value => nameOf(field, value))
}

function nameOf(field: DescribedField, value: unknown): (readonly [string, string])[] {
  const to = field.type === 'tags' ? 'tag' : field.type === 'ref' || field.type === 'refs' ? field.to : undefined
  const object = field.type === 'about' ? (value as { readonly object?: string } | null)?.object : to
  const id = value === undefined || value === null ? '' : idOf(value)
  return object && /^[0-9a-f-]{36}$/i.test(id) ? [[object, id]] : []
}
