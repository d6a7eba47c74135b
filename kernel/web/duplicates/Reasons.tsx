import type { DescribedObject } from '../../schema/described.ts'
import { Chip, Chips, type Tone } from '../ui/Chip.tsx'
import { useDuplicateWords } from '../words/duplicates/words.ts'
import { labelOfRule, type Points, type Rule } from './duplicates.ts'

interface ReasonsProps {
  readonly object: DescribedObject
  readonly rules: readonly Rule[]
  readonly points: Points
}

/** Why two records look the same, and what speaks against it. */
export function Reasons({ object, rules, points }: ReasonsProps) {
  const say = useDuplicateWords()
  const first = [...rules].sort((a, b) => (points[b.name]?.points ?? 0) - (points[a.name]?.points ?? 0))
  const said = first.flatMap((rule): { name: string; tone: Tone; text: string }[] => {
    const found = points[rule.name]
    if (!found) return []
    const label = labelOfRule(object, rule)
    const like = Math.round(found.like * 100)
    if (found.points < 0) return [{ name: rule.name, tone: 'amber', text: say('duplicates.differ', { label }) }]
    const text = like === 100 ? say('duplicates.same', { label }) : say('duplicates.alike', { label, like })
    return [{ name: rule.name, tone: 'green', text }]
  })
  return (
    <Chips>
      {said.map(({ name, tone, text }) => (
        <Chip key={name} tone={tone}>
          {text}
        </Chip>
      ))}
    </Chips>
  )
}
