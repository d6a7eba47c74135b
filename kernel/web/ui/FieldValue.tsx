import { isEmpty } from '../../fields/empty.ts'
import { faceOf } from '../../fields/types.web.ts'
import type { DescribedField } from '../../schema/described.ts'
import type { Included } from '../client.ts'
import { useWords } from '../words/words.tsx'

interface FieldValueProps {
  readonly field: DescribedField
  readonly value: unknown
  readonly included: Included
  readonly place: 'row' | 'fact'
}

/** Any value of any field. */
export function FieldValue({ field, value, included, place }: FieldValueProps) {
  const say = useWords()
  if (isEmpty(value))
    return (
      <span style={{ color: 'var(--ink-3)' }} title={say('value.none')}>
        –
      </span>
    )
  const { Cell } = faceOf(field)
  return <Cell field={field as never} value={value as never} included={included} place={place} />
}
