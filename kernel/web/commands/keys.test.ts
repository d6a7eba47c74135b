import { expect, test } from 'vitest'
import { chordOf, keysShown, lettersFor, type Pressed, step } from './keys.ts'

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test('what is pressed is written as a command writes it', () => {
  expect(chordOf(pressed('k', { ctrlKey: true }))).toBe('mod+k')
  expect(chordOf(pressed('K', { metaKey: true, shiftKey: true }))).toBe('mod+shift+k')
  expect(chordOf(pressed('?', { shiftKey: true }))).toBe('?')
  expect(chordOf(pressed('/', { shiftKey: true }))).toBe('/')
  expect(chordOf(pressed('C', { shiftKey: true }))).toBe('shift+c')
  expect(chordOf(pressed(' '))).toBe('space')
  expect(chordOf(pressed('[', { altKey: true }))).toBe('[')
  // A Russian keyboard has the same keys in the same places.
  expect(chordOf(pressed('л', { code: 'KeyK', ctrlKey: true }))).toBe('mod+k')
})

test('keys come one after the other', () => {
  const known = ['g c', 'g d', 'c', 'mod+k']
  expect(step(undefined, 'c', known)).toEqual({ found: 'c' })
  expect(step(undefined, 'g', known)).toEqual({ pending: 'g' })
  expect(step('g', 'c', known)).toEqual({ found: 'g c' })
  expect(step('g', 'mod+k', known)).toEqual({ found: 'mod+k' })
  expect(step('g', 'g', known)).toEqual({ pending: 'g' })
  expect(step('g', 'x', known)).toEqual({})
})

test('shows keys as they stand on the keyboard', () => {
  expect(keysShown('mod+k', false)).toEqual(['Ctrl K'])
  expect(keysShown('mod+k', true)).toEqual(['⌘K'])
  expect(keysShown('g c', true)).toEqual(['G', 'C'])
  expect(keysShown('+', false)).toEqual(['+'])
})

test('gives each name a letter of its own', () => {
  expect(lettersFor(['Contacts', 'Companies', 'Deals', 'Étapes', 'Cool'], ['h'])).toEqual([
    'c',
    'o',
    'd',
    't',
    undefined,
  ])
})
