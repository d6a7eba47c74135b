import { expect, test } from 'vitest'
import { matching } from './match.ts'
import { withRecent } from './recent.ts'
import type { Command } from './registry.ts'

const command = (label: string, group: Command['group'] = 'go'): Command => ({ id: label, label, group, run: () => {} })
const all = [command('Contacts'), command('Companies'), command('New Contact', 'create'), command('Étapes')]
const labels = (typed: string) => matching(all, typed, ({ group }) => `${group}`).map(({ label }) => label)

test('finds commands by the beginnings of their words, whatever the case and the accents', () => {
  expect(labels('con')).toEqual(['Contacts', 'New Contact'])
  expect(labels('new con')).toEqual(['New Contact'])
  expect(labels('etap')).toEqual(['Étapes'])
  expect(labels('go comp')).toEqual(['Companies'])
  expect(labels('tacts')).toEqual([])
  expect(labels('  ')).toHaveLength(4)
})

test('what was opened last stands first, once', () => {
  const hit = (id: string) => ({ object: 'x', id, title: id })
  const before = [...'abcdefgh'].map(hit)
  expect(withRecent(before, hit('c')).map(({ id }) => id)).toEqual([...'cabdefgh'])
  expect(withRecent(before, hit('z')).map(({ id }) => id)).toEqual([...'zabcdefg'])
})
