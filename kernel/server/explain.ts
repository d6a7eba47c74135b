import { typeOf } from '../fields/index.ts'
import type { Field } from '../schema/field.ts'
import { Refused } from '../schema/refused.ts'
import { verbs } from './access/rights.ts'
import type { Kernel } from './kernel.ts'
import type { Model } from './tables/model.ts'
import { objectTable } from './tables/object-table.ts'
import { indexRule } from './tables/plan.ts'

type Explained = Pick<Kernel, 'models' | 'behaviours'>

/** What follows from a declaration, for a person to read. */
export function explain({ models, behaviours }: Explained, name: string): string {
  const model = models.find(name) ?? models.byPlural(name)
  if (!model) throw new Refused('unknown-object', { plural: name }, { kind: 'missing' })
  const { object } = model
  const spec = objectTable(models, model)
  const about = behaviours.all.filter(behaviour => 'object' in behaviour && behaviour.object === model.name)
  return [
    `${object.label[0]} (${object.name}), ${object.owned ? 'owned by a user' : 'owned by nobody'}${object.through ? `, visible through ${object.through}` : ''}`,
    section('Table', [
      `${model.table}`,
      ...Object.entries(spec.columns).map(
        ([column, { type, null: empty, generated, references }]) =>
          `  ${column.padEnd(20)} ${type}${empty ? '' : ' not null'}${generated ? ` generated from ${generated}` : ''}${references ? ` → ${references.table}` : ''}`,
      ),
    ]),
    section(
      'Indexes',
      (spec.indexes ?? []).map(index => `${index.unique ? 'unique ' : ''}${indexRule(index)}`),
    ),
    section(
      'Fields',
      Object.entries(model.fields).map(([field, data]) => fieldLine(field, data)),
    ),
    section('Routes', routes(model)),
    section(
      'Permissions',
      [...verbs, ...Object.keys(object.actions)].map(verb => `${object.name}.${verb}`),
    ),
    section(
      'Events',
      ['created', 'updated', 'deleted', 'restored', 'purged', ...object.events].map(event => `${object.name}.${event}`),
    ),
    section(
      'Search',
      model.search.map(({ column, fields, mask }) => `${column}: ${fields.join(', ')}${mask ? ` (${mask})` : ''}`),
    ),
    section(
      'Points here',
      model.incoming.map(({ object: other, field, onDelete }) => `${other}.${field} (${onDelete})`),
    ),
    section(
      'Handlers',
      about.flatMap(behaviour => (behaviour.kind === 'handler' ? [`${object.name}.${behaviour.action}`] : [])),
    ),
    section(
      'Rules',
      about.flatMap(behaviour => (behaviour.kind === 'rule' ? [`before ${behaviour.moments.join(', ')}`] : [])),
    ),
    section(
      'Consequences',
      about.flatMap(behaviour => (behaviour.kind === 'consequence' ? [`with ${behaviour.events.join(', ')}`] : [])),
    ),
    section(
      'Reactions',
      about.flatMap(behaviour => (behaviour.kind === 'reaction' ? [behaviour.name] : [])),
    ),
    section(
      'Jobs',
      behaviours.jobs.filter(job => job.name.startsWith(`${object.name}.`)).map(job => job.name),
    ),
    section('Screens', [
      `list /${object.plural}: ${object.list.join(', ')}`,
      `record /${object.plural}/{id}: titled by ${object.title.join(' ')}`,
      `form: ${Object.entries(object.form ?? { All: Object.keys(object.fields) })
        .map(([part, fields]) => `${part} (${fields.join(', ')})`)
        .join(', ')}`,
    ]),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const section = (title: string, lines: readonly string[]) =>
  lines.length ? `${title}\n${lines.map(line => `  ${line}`).join('\n')}` : ''

function fieldLine(name: string, field: Field) {
  const marks = [
    field.required && 'required',
    field.unique && 'unique',
    field.search && 'searched',
    field.readonly && 'read only',
    field.mask && `mask ${field.mask}`,
  ]
  return `${name.padEnd(20)} ${field.type.padEnd(10)} ${typeOf(field).operators.join(' ')}${marks.some(Boolean) ? `  [${marks.filter(Boolean).join(', ')}]` : ''}`
}

function routes({ object }: Model) {
  const base = `/api/${object.plural}`
  return [
    `GET    ${base}`,
    `POST   ${base}/query`,
    `GET    ${base}/totals`,
    `POST   ${base}/totals`,
    `POST   ${base}`,
    `PATCH  ${base}`,
    `DELETE ${base}`,
    `POST   ${base}/restore`,
    `GET    ${base}/{id}`,
    `PATCH  ${base}/{id}`,
    `PUT    ${base}/{id}`,
    `DELETE ${base}/{id}`,
    `POST   ${base}/{id}/restore`,
    `POST   ${base}/{id}/purge`,
    `GET    ${base}/{id}/timeline`,
    `GET    ${base}/export.csv`,
    ...Object.keys(object.actions).flatMap(action => [`POST   ${base}/{id}/${action}`, `POST   ${base}/${action}`]),
  ]
}
