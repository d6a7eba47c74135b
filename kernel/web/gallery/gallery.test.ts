// Nothing that screens share is missing where one looks first: no type of field, no part, no colour.

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fieldTypes } from '../../fields/types.ts'
import { colours, samplesOf } from './samples.ts'

const read = (file: string) => readFileSync(file, 'utf8')
const gallery = globSync('kernel/web/gallery/*.tsx').map(read).join('\n')

/** Seen through another one: the frame of a dialog, the link of a name, and what brings the pictures of colleagues. */
const within = new Set(['DialogFrame', 'PicturesIn', 'ToRecord'])

/** Components begin with a capital letter; what announces is a function. */
const parts = globSync('kernel/web/ui/*.tsx')
  .flatMap(file => [...read(file).matchAll(/^export (?:default )?(?:const|function) ([A-Z]\w*|announce\w*)/gm)])
  .flatMap(([, name]) => (name === undefined || within.has(name) ? [] : [name]))

test('knows what parts there are', () => {
  expect(parts).toEqual(expect.arrayContaining(['Avatar', 'Chip', 'FieldInput', 'TroubleState', 'announceTrouble']))
})

test.each(parts)('shows %s', name => {
  expect(gallery).toMatch(new RegExp(`<${name}\\b|\\b${name}\\(`))
})

test('has a sample of every type of field', () => {
  expect(Object.keys(samplesOf('long', 'rtl')).sort()).toEqual(Object.keys(fieldTypes).sort())
})

test('shows every colour', () => {
  const declared = [...read('kernel/web/look/tokens.css').matchAll(/--([\w-]+): (?=#)/g)].map(([, name]) => name)
  expect([...new Set(declared)].sort()).toEqual([...colours].sort())
})
