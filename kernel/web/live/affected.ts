import type { DescribedObject } from '../../schema/described.ts'
import { nextStepName } from '../../schema/next-step.ts'
import { fieldOf } from '../schema/use-schema.ts'
import type { LiveChange } from './stream.ts'

/** Whether a change may show in the answer that is remembered under this key. */
export function isAffected(key: readonly unknown[], change: LiveChange, objects: readonly DescribedObject[]): boolean {
  const [kind, name, id] = key
  if (kind === 'schema') return shaping.has(change.object)
  if (typeof name !== 'string') return false
  const shown = objects.find(object => object.name === name)
  if (kind === 'timeline' && name !== change.object) return pointsTo(changed(), name)
  if (shown?.steps.includes(change.object) && asksForStep(key)) return true
  if (name !== change.object) return isRenamed() && pointsTo(shown, change.object)
  if (kind !== 'record' && kind !== 'timeline') return true
  return id === change.id || (isRenamed() && pointsTo(shown, name))

  function changed() {
    return objects.find(object => object.name === change.object)
  }

  /** Its name stands beside what points to it. */
  function isRenamed() {
    const title = changed()?.title ?? []
    return !change.events.includes('updated') || change.fields.some(field => title.includes(field))
  }
}

/** Changes of these change what the page is told of everything else. */
const shaping = new Set(['custom_field', 'role', 'role_grant', 'role_mask', 'team', 'user'])

/** A record is always asked for with what comes next; a list, where it shows it. */
const asksForStep = ([kind, ...rest]: readonly unknown[]) =>
  kind === 'record' || rest.some(part => isQuery(part) && part.include?.includes(nextStepName))

const isQuery = (part: unknown): part is { readonly include?: readonly string[] } =>
  typeof part === 'object' && part !== null

const pointsTo = (object: DescribedObject | undefined, other: string) =>
  object?.fields.some(({ name }) => {
    const field = fieldOf(object, name)
    if (field?.type === 'ref' || field?.type === 'refs') return field.to === other
    return field?.type === 'about' && field.to.includes(other)
  }) === true
