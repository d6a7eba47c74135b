import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import { addTerm } from './edits.ts'
import { GroupEditor } from './GroupEditor.tsx'
import { type Group, newCondition } from './tree.ts'
import { useNames } from './use-names.ts'

interface ConditionsProps {
  readonly object: DescribedObject
  readonly root: Group
  readonly onChange: (root: Group) => void
}

/** What must hold, to be edited; with nothing there yet, one begins with a condition. */
export function Conditions({ object, root: given, onChange }: ConditionsProps) {
  const included = useNames(object, given)
  const [first] = useState(newCondition)
  const root = given.terms.length === 0 ? addTerm(given, given.key, first) : given
  return <GroupEditor object={object} group={root} root={root} onChange={onChange} included={included} depth={1} />
}
