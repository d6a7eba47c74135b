import { expect, test } from 'vitest'
import { groupScopes, scopesOf, toggleScope } from './scopes.ts'

test('what a key may do, as the server reads it', () => {
  expect(scopesOf('all', ['contact:read'])).toBe('*:*')
  expect(scopesOf('read', [])).toBe('*:read')
  expect(scopesOf('chosen', ['deal:read', 'contact:edit'])).toBe('contact:edit deal:read')
})

test('editing brings reading along, and goes with it', () => {
  const edits = toggleScope([], 'contact', 'edit')
  expect(edits).toEqual(['contact:read', 'contact:edit'])
  expect(toggleScope(edits, 'contact', 'edit')).toEqual(['contact:read'])
  expect(toggleScope([...edits, 'deal:read'], 'contact', 'read')).toEqual(['deal:read'])
})

test('grouped by object', () => {
  expect(groupScopes(['contact:read', 'deal:read', 'contact:edit'])).toEqual([
    { object: 'contact', verbs: ['read', 'edit'] },
    { object: 'deal', verbs: ['read'] },
  ])
})
