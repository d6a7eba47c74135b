import { useNavigate } from '@tanstack/react-router'
import { fold } from '../../schema/fold.ts'
import { type Schema, useSchema } from '../schema/use-schema.ts'
import type { Hit } from '../search.ts'
import { asLine } from '../ui/titles.ts'
import { useWords } from '../words/words.tsx'
import { matching } from './match.ts'
import { readRecent } from './recent.ts'
import { type Command, groups, useOffered } from './registry.ts'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly icon: string
  readonly kind?: string | undefined
  readonly keys?: string | undefined
  readonly run: () => void
}

export interface ChoiceSection {
  readonly name: string
  readonly label: string
  readonly choices: readonly Choice[]
}

/** What the menu shows: found records, or those opened last while nothing is typed; then commands by their kind. */
export function useChoices(typed: string, hits: readonly Hit[], byName: Schema['byName']): readonly ChoiceSection[] {
  const say = useWords()
  const navigate = useNavigate()
  const { person } = useSchema()
  const offered = useOffered().filter(({ id }) => id !== 'menu')
  const found = matching(offered, typed, command => say(`menu.group.${groupOf(command)}`))
  const toRecord = ({ object: name, id, title }: Hit): Choice[] => {
    const object = byName(name)
    const run = () => object && void navigate({ to: '/$plural/$id', params: { plural: object.plural, id } })
    const label = asLine(title, undefined) || say('list.untitled')
    return object ? [{ id: `record-${id}`, label, icon: object.icon, kind: object.label[0], run }] : []
  }
  const records = (typed === '' ? readRecent(person.id ?? '').slice(0, 5) : hits).flatMap(toRecord)
  const ofRecords = { name: 'records', label: say(typed === '' ? 'menu.recent' : 'menu.records'), choices: records }
  const ofCommands = groups.map(group => ({
    name: group,
    label: say(`menu.group.${group}`),
    choices: found.filter(command => groupOf(command) === group).map(toChoice),
  }))
  const [here, ...others] = ofCommands
  // What can be done here comes first until something is looked for; then what is called just so, then records.
  const meant = typed !== '' && ofCommands.find(({ choices: [first] }) => first && fold(first.label) === fold(typed))
  const sections =
    typed === ''
      ? [here, ofRecords, ...others]
      : [...(meant ? [meant] : []), ofRecords, ...ofCommands.filter(section => section !== meant)]
  return sections.flatMap(section => (section?.choices.length ? [section] : []))
}

const groupOf = ({ group = 'here' }: Command) => group
const toChoice = ({ id, label, icon = 'arrow-right', keys, run }: Command): Choice => ({
  id: `command-${id}`,
  label,
  icon,
  keys,
  run,
})
