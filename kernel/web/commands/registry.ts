import { useEffect, useId } from 'react'
import { shared } from '../shared.ts'

/** Something one can do from the keyboard or the command menu. */
export interface Command {
  readonly id: string
  readonly label: string
  readonly icon?: string
  /** `mod+k`, `?`, or one key after the other: `g c`. What was offered last wins. */
  readonly keys?: string
  /** `here` acts on what is open or selected. */
  readonly group?: Group
  readonly run: () => void
}

export const groups = ['here', 'create', 'go', 'general'] as const
export type Group = (typeof groups)[number]

/** Offers commands for as long as the component is on the screen. */
export function useCommands(commands: readonly Command[]) {
  const source = useId()
  useEffect(() => offer(source, commands))
  useEffect(() => () => withdraw(source), [source])
}

export const useCommand = (command: Command) => useCommands([command])

/** Everything that can be done now: what the screen offers before what the shell does. */
const known = shared<readonly Command[]>([])
export const { use: useOffered, get: offered } = known

const sources = new Map<string, readonly Command[]>()

function offer(source: string, commands: readonly Command[]) {
  const before = sources.get(source)
  sources.set(source, commands)
  if (!before || signature(before) !== signature(commands)) tell()
}

function withdraw(source: string) {
  if (sources.delete(source)) tell()
}

/** A command is offered anew with each render; who looks at the list hears of it only when it reads differently. */
const signature = (commands: readonly Command[]) =>
  JSON.stringify(commands.map(({ id, label, icon, keys, group }) => [id, label, icon, keys, group]))

function tell() {
  const all = [...sources].reverse().flatMap(([source, commands]) => commands.map(command => latest(source, command)))
  known.set([...new Map(all.toReversed().map(command => [command.id, command])).values()].reverse())
}

const latest = (source: string, command: Command): Command => ({
  ...command,
  run: () =>
    sources
      .get(source)
      ?.find(({ id }) => id === command.id)
      ?.run(),
})
