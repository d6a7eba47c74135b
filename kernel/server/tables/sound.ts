import { typeOf } from '../../fields/index.ts'
import { comparisonsOf } from '../../schema/alike.ts'
import type { Field } from '../../schema/field.ts'
import { isLinks } from '../../schema/field-type.ts'
import { nextStepName } from '../../schema/next-step.ts'
import { type AnyObject, baseFields } from '../../schema/object.ts'

/** Says in plain words, at boot, what is wrong with declarations that TypeScript cannot see. */
export function requireSound(objects: readonly AnyObject[]) {
  const names = new Set(objects.map(({ name }) => name))
  const problems = [
    ...twice(objects),
    ...objects.flatMap(object => [
      ...badNames(object),
      ...madeNowhere(object, names),
      ...nowhere(object, names),
      ...sameColumns(object),
      ...badStep(object),
      ...badMeaning(object),
      ...badAlike(object, objects),
    ]),
  ]
  if (problems.length) throw new Error(`The declarations do not fit together:\n- ${problems.join('\n- ')}`)
}

const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
/** Words that a filter, an address or every record has for itself. */
const ofFilters = ['all', 'any', 'not', 'count', 'id', 'version', 'deleted_at', nextStepName]
const ofAddresses = [
  'query',
  'totals',
  'restore',
  'purge',
  'timeline',
  'duplicates',
  'alike',
  'merge',
  'read',
  'create',
  'edit',
  'delete',
  'export',
  'import',
]

function twice(objects: readonly AnyObject[]) {
  const found = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at)
  return [...found(objects.map(({ name }) => name)), ...found(objects.map(({ plural }) => plural))].map(
    name => `Two objects are called "${name}".`,
  )
}

const madeNowhere = ({ name, actions }: AnyObject, names: ReadonlySet<string>) =>
  Object.entries(actions)
    .filter(([, { makes }]) => makes !== undefined && !names.has(makes))
    .map(([action, { makes }]) => `The action ${name}.${action} makes "${makes}", which is not registered.`)

function badNames({ name, plural, fields, actions }: AnyObject) {
  const taken = new Set([...ofFilters, ...Object.keys(baseFields({ owned: true }))])
  return [
    ...[name, plural]
      .filter(one => !snake.test(one))
      .map(one => `The object "${one}" is not written in small letters, digits and single underscores.`),
    ...Object.keys(fields)
      .filter(field => !snake.test(field) || taken.has(field) || /^(c|search)_/.test(field))
      .map(field => `The field ${name}.${field} has a name that is taken or not possible.`),
    ...Object.keys(actions)
      .filter(action => !snake.test(action) || ofAddresses.includes(action))
      .map(action => `The action ${name}.${action} has a name that is taken or not possible.`),
  ]
}

function nowhere({ name, fields }: AnyObject, names: ReadonlySet<string>) {
  return Object.entries(fields).flatMap(([field, { type, ...options }]) => {
    const targets = type === 'tags' ? ['tag'] : 'to' in options ? [options.to].flat() : []
    return targets
      .filter(target => !names.has(target))
      .map(target => `${name}.${field} points to "${target}", which is not registered.`)
  })
}

function badStep({ name, step, fields }: AnyObject) {
  if (!step) return []
  const says = (field: string, what: string) => `The step of ${name}: ${field} is not ${what}.`
  const at = fields[step.at]?.type
  return [
    ...(fields[step.about]?.type === 'about' ? [] : [says(step.about, 'what it is about')]),
    ...(at === 'date' || at === 'moment' ? [] : [says(step.at, 'a day or a moment')]),
    ...(step.time === undefined || fields[step.time]?.type === 'moment' ? [] : [says(step.time, 'a moment')]),
    ...Object.keys(step.where)
      .filter(field => fields[field]?.type !== 'choice')
      .map(field => says(field, 'a choice')),
  ]
}

/** Fields for which an object has a use of its own are of the type that it takes. */
function badMeaning({ name, sharedWith, happened, fields }: AnyObject) {
  const named = sharedWith === undefined ? undefined : fields[sharedWith]
  return [
    ...(sharedWith === undefined || (named?.type === 'refs' && named.to === 'user')
      ? []
      : [`${name} is shared with ${sharedWith}, which does not name users.`]),
    ...(happened === undefined || fields[happened]?.type === 'moment'
      ? []
      : [`${name} happened at ${happened}, which is no moment.`]),
  ]
}

function badAlike({ name, alike, fields }: AnyObject, objects: readonly AnyObject[]) {
  const paths = Object.values(alike?.rules ?? {}).flatMap(({ like }) => comparisonsOf(like).flatMap(({ of }) => of))
  return [...new Set(paths)]
    .filter(path => {
      const [first = '', field] = path.split('.')
      if (field === undefined) return !(first in fields)
      const ref = fields[first]
      const other = objects.find(object => object.name === (ref?.type === 'ref' ? ref.to : first))
      const pointsBack = Object.values(other?.fields ?? {}).some(one => one.type === 'ref' && one.to === name)
      return !other || !(field in other.fields) || (ref?.type !== 'ref' && !pointsBack)
    })
    .map(path => `The duplicates of ${name} are compared by ${path}, which is not there.`)
}

/** An amount of money has three columns: a field beside it must not be called as one of them. */
function sameColumns({ name, fields }: AnyObject) {
  const columns = Object.entries(fields).flatMap(([field, options]) =>
    isLinks(options) ? [] : Object.keys(typeOf(options as Field).columns(options as never, field)),
  )
  return columns
    .filter((column, at) => columns.indexOf(column) !== at)
    .map(column => `${name} has two columns called ${column}.`)
}
