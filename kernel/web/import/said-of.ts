import { labelOf } from '../../fields/choice/options.ts'
import type { DescribedField } from '../../schema/described.ts'
import type { Say } from '../words/words.tsx'

/** A file says it in the one way that every import reads; people read it in theirs. */
export function saidOf(field: DescribedField | undefined, text: string, say: Say) {
  if (field?.type === 'flag') return say(text === 'true' ? 'value.yes' : 'value.no')
  if (field?.type !== 'choice' && field?.type !== 'choices') return text
  return text
    .split(', ')
    .map(key => labelOf(key, field.options))
    .join(', ')
}
