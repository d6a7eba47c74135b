import { fold } from '../../schema/fold.ts'
import type { Command } from './registry.ts'

/** The commands that the typed words begin words of, those first whose own beginning it is. */
export function matching(commands: readonly Command[], typed: string, groupLabel: (command: Command) => string) {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return commands
  return commands
    .map(command => ({ command, rank: rankOf(words, fold(command.label), fold(groupLabel(command))) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command)
}

function rankOf(words: readonly string[], label: string, group: string) {
  if (label.startsWith(words.join(' '))) return 3
  if (words.every(word => begins(label, word))) return 2
  return words.every(word => begins(`${group} ${label}`, word)) ? 1 : 0
}

const begins = (text: string, word: string) => text.split(/[\s:·'’-]+/).some(part => part.startsWith(word))
