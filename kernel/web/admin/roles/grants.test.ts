import { expect, test } from 'vitest'
import { scopes } from '../../../server/access/rights.ts'
import { filterIn, type Grant, inherited, ownGrant, type ScopeName, verbs } from './grants.ts'

const grant = (object: string, verb: string, scope: ScopeName): Grant => ({
  row: { id: `${object}:${verb}`, version: 1 },
  object,
  verb,
  scope,
  filter: null,
})

test('an object’s own row, then its other verbs, then all objects', () => {
  const grants = [
    grant('*', '*', 'own'),
    grant('*', 'export', 'nobody'),
    grant('deal', '*', 'team'),
    grant('deal', 'read', 'everybody'),
  ]
  expect(ownGrant(grants, 'deal', 'read')?.scope).toBe('everybody')
  expect(inherited(grants, 'deal', 'read')).toBe('team')
  expect(inherited(grants, 'deal', 'export')).toBe('team')
  expect(inherited(grants, 'contact', 'edit')).toBe('own')
  expect(inherited(grants, 'contact', 'export')).toBe('nobody')
  expect(inherited([], 'contact', 'read')).toBe('nobody')
})

test('a filter that cannot be read is none', () => {
  expect(filterIn('{"status":"open"}')).toEqual({ status: 'open' })
  for (const text of [null, '', '{', '"open"', 'null']) expect(filterIn(text)).toBeUndefined()
})

test('says what the server decides', () => {
  const names: readonly ScopeName[] = ['nobody', 'own', 'team', 'everybody']
  const model = { name: 'deal', object: { actions: { win: { needs: 'edit' } } } }
  for (let seed = 0; seed < 256; seed++) {
    const scopeAt = (place: number) => names[(seed >> (2 * place)) % 4] as ScopeName
    const places = [
      ['deal', seed & 8 ? 'win' : 'edit'],
      ['deal', '*'],
      ['*', 'edit'],
      ['*', '*'],
    ] as const
    const grants = places.flatMap(([object, verb], at) =>
      seed % (at + 2) === 0 ? [] : [grant(object, verb, scopeAt(at))],
    )
    for (const verb of [...verbs, 'win']) {
      const byObject = Map.groupBy(grants, ({ object }) => object)
      const role = {
        id: 'role',
        name: 'role',
        everything: false,
        masks: {},
        grants: Object.fromEntries(
          [...byObject].map(([object, own]) => [object, Object.fromEntries(own.map(g => [g.verb, g.scope]))]),
        ),
      }
      const [found] = scopes({ roles: [role] } as never, model as never, verb)
      const needs = verb === 'win' ? 'edit' : undefined
      const shown = ownGrant(grants, 'deal', verb)?.scope ?? inherited(grants, 'deal', verb, needs)
      expect(shown).toBe(found?.scope ?? 'nobody')
    }
  }
})
