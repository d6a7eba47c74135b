import type { AnyRecord } from '../../client.ts'
import { type LinkTo, linksIn } from '../admin.ts'

/** Who is in a team: it is the people who know. */
export const membersOf = (people: readonly AnyRecord[], team: string) =>
  people.filter(({ teams }) => linksIn(teams).some(({ id }) => id === team))

interface Move {
  readonly person: AnyRecord
  readonly teams: readonly LinkTo[]
}

/** Those who join or leave, each with all the teams that they have then. */
export function movesOf(people: readonly AnyRecord[], team: string, members: readonly string[]): readonly Move[] {
  return people.flatMap(person => {
    const teams = linksIn(person.teams)
    const isIn = teams.some(({ id }) => id === team)
    if (isIn === members.includes(person.id)) return []
    return [{ person, teams: isIn ? teams.filter(({ id }) => id !== team) : [...teams, { id: team }] }]
  })
}
