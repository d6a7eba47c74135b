import type { DescribedField, DescribedObject } from '../../../schema/described.ts'
import { fieldOf } from '../../schema/use-schema.ts'

const ofType: Readonly<Record<string, readonly string[]>> = {
  choice: ['options'],
  choices: ['options'],
  ref: ['target'],
  number: ['decimals'],
}
/** Said once, when the field is made: its column is made from it. */
const fixed = ['target', 'decimals']

/** What is asked about a field of a type; of one that is there already, what may still be changed. */
export function fieldsAbout(custom: DescribedObject, type: string, isThere: boolean): readonly DescribedField[] {
  const own = (ofType[type] ?? []).filter(name => !isThere || !fixed.includes(name))
  return ['label', ...own, 'help', 'mask', 'required'].flatMap(name => fieldOf(custom, name) ?? [])
}
