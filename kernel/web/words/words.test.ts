// Every sentence comes from a catalogue: no component says anything by itself, and nothing is said that nobody says.

import { globSync, readFileSync } from 'node:fs'
import { parseAst } from 'vite'
import { expect, test } from 'vitest'
import { pageWords } from '../../../tests/page-words.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { asLanguage, sayFrom } from './sentences.ts'
import { sayWith } from './words.tsx'

const files = globSync([
  'kernel/web/**/*.{ts,tsx}',
  'kernel/fields/**/*.{web,input}.tsx',
  'modules/*/web/**/*.tsx',
]).filter(file => !/\.(test|d)\.ts$|web\/words\/(\w+\/)*(en|fr)\.ts$/.test(file))

type Tree = Readonly<Record<string, unknown>> & { readonly type: string }
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && 'type' in value

function* walk(tree: Tree): Generator<Tree> {
  yield tree
  for (const value of Object.values(tree))
    for (const part of Array.isArray(value) ? value : [value]) if (isTree(part)) yield* walk(part)
}

const spoken = new Set([
  'label',
  'placeholder',
  'title',
  'alt',
  'description',
  'hint',
  'message',
  'aria-label',
  'aria-description',
  'submitLabel',
  'nothingFoundMessage',
])
const named = (name: unknown) => (isTree(name) ? String(name.name ?? name.value) : '')

/** Text between tags, in attributes that are read out, and in objects that become such. */
function literals(source: string): string[] {
  const found = [...walk(parseAst(source, { lang: 'tsx' }) as unknown as Tree)].flatMap(tree => {
    if (tree.type === 'JSXElement' || tree.type === 'JSXFragment') return (tree.children as Tree[]).flatMap(texts)
    if (tree.type === 'JSXAttribute') return spoken.has(named(tree.name)) ? texts(tree.value) : []
    return tree.type === 'Property' && spoken.has(named(tree.key)) ? texts(tree.value) : []
  })
  return found.filter(text => /\p{L}{2}/u.test(text)).map(text => text.trim())
}

/** The texts that a node may turn out to be. */
function texts(node: unknown): string[] {
  if (!isTree(node)) return []
  if (node.type === 'JSXText' || node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'JSXExpressionContainer') return texts(node.expression)
  if (node.type === 'TemplateLiteral')
    return (node.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw)
  if (node.type === 'ConditionalExpression') return [...texts(node.consequent), ...texts(node.alternate)]
  return node.type === 'LogicalExpression' ? [...texts(node.left), ...texts(node.right)] : []
}

/** Names of languages in their own words. */
const allowed = new Set(['English', 'Français'])

test('finds a literal where there is one', () => {
  expect(
    literals('const A = () => <p title="Hello there">Some <b>text</b>{" and more"}{a ? "yes" : b && `no`}</p>'),
  ).toEqual(['Some', 'and more', 'yes', 'no', 'Hello there', 'text'])
  expect(literals("notify({ message: 'It went well' })")).toEqual(['It went well'])
  expect(literals('const A = () => <p className="plain">{say("list.more")} · {1}</p>')).toEqual([])
})

test.each(files)('%s says nothing by itself', file => {
  const said = literals(readFileSync(file, 'utf8')).filter(text => !allowed.has(text))
  expect(said).toEqual([])
})

test.each(pageWords)('every word of $of is used, and French has the same places to fill in', ({ en, fr }) => {
  const source = files.map(file => readFileSync(file, 'utf8')).join('\n')
  // `shell.theme.${name}` uses every word that begins so.
  const used = (word: string) =>
    source.includes(`'${word}'`) || source.includes(`\`${word.slice(0, word.lastIndexOf('.') + 1)}\${`)
  expect(Object.keys(en).filter(word => !used(word))).toEqual([])
  const places = (text: unknown) => [...new Set(String(text).match(/\{[\w-]+\}/g))].sort()
  expect(Object.entries(fr).map(([word, text]) => [word, places(text)])).toEqual(
    Object.entries(en).map(([word, text]) => [word, places(text)]),
  )
})

test('fills in, counts, and leaves room for links', () => {
  const [english, french] = [sayFrom(en, 'en'), sayFrom(fr, 'fr')]
  expect(english('list.search', { label: 'Contacts' })).toBe('Search in Contacts')
  expect([0, 1, 2].map(count => english('form.problems', { count }))).toEqual([
    '0 fields need another look',
    'One field needs another look',
    '2 fields need another look',
  ])
  expect(french('list.changed', { count: 0 })).toBe('Modifié')
  expect(french('list.changed', { count: 1234 })).toBe('1\u202f234 modifiés')
  expect(sayWith(english, 'event.updated', { who: 1, what: 2 })).toEqual(['', 1, ' changed ', 2, ''])
  expect(['fr', 'fr-CA', 'en', 'de', 'frx'].map(asLanguage)).toEqual(['fr', 'fr', 'en', 'en', 'en'])
})
