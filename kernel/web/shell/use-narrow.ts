import { useState } from 'react'
import { useCommand } from '../commands/registry.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useWords } from '../words/words.tsx'

/** Whether this person has made the sidebar narrow, here. */
export function useNarrow() {
  const say = useWords()
  const { person } = useSchema()
  const place = `sidebar:${person.id}`
  const [isNarrow, setNarrow] = useState(() => localStorage.getItem(place) === 'narrow')
  const turn = () => {
    localStorage.setItem(place, isNarrow ? 'wide' : 'narrow')
    setNarrow(!isNarrow)
  }
  useCommand({
    id: 'sidebar',
    label: say(isNarrow ? 'sidebar.wide' : 'sidebar.narrow'),
    icon: 'sidebar',
    keys: '[',
    group: 'general',
    run: turn,
  })
  return { isNarrow, turn }
}
