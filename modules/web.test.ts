// What the modules bring to the page fits what is declared, and is there when it is asked for.

import { expect, test, vi } from 'vitest'
import type { Part } from '#kernel/web/slots/page-parts.ts'
import { objects } from './index.ts'
import { pageParts } from './web.ts'

// Where the page remembers things, there is a browser.
vi.stubGlobal('localStorage', { getItem: () => null })

const slots = Object.entries(pageParts.slots)
const parts = [
  ...pageParts.screens,
  ...slots.flatMap(([, places]) => Object.values(places).flatMap<Part>(place => Object.values(place))),
]

test('slots are of objects and fields that there are', () => {
  expect(slots.filter(([name]) => !(name in objects))).toEqual([])
  for (const [name, { cells = {} }] of slots)
    for (const field of Object.keys(cells)) expect(objects[name as keyof typeof objects].fields).toHaveProperty(field)
})

test('tabs have names of their own', () => {
  for (const [, { tabs = {} }] of slots)
    for (const taken of ['story', 'facts', 'related']) expect(tabs).not.toHaveProperty(taken)
})

test('screens have an address of their own, and a place beside objects', () => {
  const taken = [
    ...Object.values(objects).map(({ plural }) => `/${plural}`),
    '/admin',
    '/gallery',
    '/setup',
    '/accounts',
  ]
  const paths = pageParts.screens.map(({ path }) => path)
  expect(paths).toEqual([...new Set(paths)])
  expect(paths.filter(path => taken.includes(`/${path.split('/')[1]}`))).toEqual([])
  const areas = new Set<string>(Object.values(objects).map(({ area }) => area))
  for (const { place } of pageParts.screens) {
    if (!place) continue
    expect(areas).toContain(place.area)
    expect(Object.keys(objects)).toContain(place.of)
  }
})

test('each part is there, with its words', async () => {
  for (const { load, words } of parts) {
    expect((await load()).default).toBeTypeOf('function')
    await words?.fetch('fr')
  }
})
