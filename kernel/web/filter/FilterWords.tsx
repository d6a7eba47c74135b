import { useMemo } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { useLocale, useSchema } from '../schema/use-schema.ts'
import { useListWords } from '../words/list/words.ts'
import { readFilter, type Where } from './tree.ts'
import { useNames } from './use-names.ts'
import { fieldsOf } from './use-tree.ts'
import { sayFilter } from './words.ts'

/** A whole filter in one sentence, to read. */
export function FilterWords({ object, where }: { readonly object: DescribedObject; readonly where: Where }) {
  const say = useListWords()
  const schema = useSchema()
  const locale = useLocale()
  const root = useMemo(() => readFilter(where, fieldsOf(schema, object)), [where, schema, object])
  return sayFilter(root, { say, object, schema, locale, included: useNames(object, root) })
}
