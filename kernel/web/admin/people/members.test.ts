import { expect, test } from 'vitest'
import { membersOf, movesOf } from './members.ts'

const person = (id: string, ...teams: string[]) => ({ id, version: 1, teams: teams.map(team => ({ id: team })) })
const people = [person('ada', 'north'), person('bo', 'north', 'south'), person('cy')]

test('the members of a team are those who say so', () => {
  expect(membersOf(people, 'north').map(({ id }) => id)).toEqual(['ada', 'bo'])
  expect(membersOf(people, 'south').map(({ id }) => id)).toEqual(['bo'])
})

test('only who joins or leaves is changed, and keeps the other teams', () => {
  const moves = movesOf(people, 'north', ['ada', 'cy'])
  expect(moves.map(({ person: { id }, teams }) => [id, teams])).toEqual([
    ['bo', [{ id: 'south' }]],
    ['cy', [{ id: 'north' }]],
  ])
})
