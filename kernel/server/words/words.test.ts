import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import { choice, text } from '#kernel/fields/index.ts'
import { defineObject } from '#kernel/schema/object.ts'
import { parts } from '#modules/parts.ts'
import { buildModels } from '../tables/model.ts'
import { codesIn, quoted, sources, usedCodes } from './codes.ts'
import { englishLabel, type FieldWords, type WordsOf } from './labels.ts'
import { collectWords, kernelWords } from './words.ts'

const all = [kernelWords, ...parts.words]
const words = collectWords(parts.words)
const models = buildModels(parts.objects)

test('codes are found however they are written', () => {
  const source = `
    throw new Refused('a.b', {}); new FieldProblem(\n 'c'); new Refused(late ? 'd' : 'e')
    invalidField('x', 'f'); invalidField(name, wrong ? 'g.h' : 'i'); ctx.refuse('j.k', rows)
    ({ field, code: 'l' }); { FST_ERR_X: 'm' }; ({ code: 'ENOENT' }); new Refused(code)`
  expect(codesIn(source).sort()).toEqual(['a.b', 'c', 'd', 'e', 'f', 'g.h', 'i', 'j.k', 'l', 'm'])
})

test.each(['en', 'fr'] as const)('every code has its sentence: %s', language => {
  const known = new Set(all.flatMap(each => Object.keys(each[language])))
  const used = usedCodes(sources())
  expect(used.length).toBeGreaterThan(100)
  expect(used.filter(({ code }) => !known.has(code))).toEqual([])
})

test('a code that is answered, not thrown, has its sentence too', () => {
  const known = new Set(all.flatMap(each => Object.keys(each.en)))
  const families = new Set([...known].filter(code => code.includes('.')).map(code => code.split('.')[0]))
  for (const object of parts.objects) families.delete(object.name)
  const texts = sources().map(file => readFileSync(file, 'utf8'))
  const jobs = new Set(
    texts.flatMap(text => [...text.matchAll(/defineJob\(\s*'([^']+)'/g)].map(([, name = '']) => name)),
  )
  const strangers = texts
    .flatMap(quoted)
    .filter(found => /^[a-z]+\.[a-z][a-z-]*$/.test(found) && families.has(found.split('.')[0]) && !known.has(found))
  expect(strangers.filter(found => !jobs.has(found) && !notCodes.has(found))).toEqual([])
})
/** What a key is kept in. */
const notCodes = new Set(['secret.key'])

test('no sentence waits for a code that nobody uses', () => {
  const used = new Set(sources().flatMap(file => quoted(readFileSync(file, 'utf8'))))
  expect(all.flatMap(each => Object.keys(each.en)).filter(code => !used.has(code))).toEqual([])
})

test('both languages say the same codes, with the same parameters and an action where the other has one', () => {
  const shape = (catalogue: (typeof all)[number]['en']) =>
    Object.fromEntries(
      Object.entries(catalogue).map(([code, said]) => [
        code,
        { parameters: parameters(said), action: said.action !== undefined },
      ]),
    )
  for (const each of all) expect(shape(each.fr)).toEqual(shape(each.en))
})

test('no code is said by two modules', () => {
  const codes = all.flatMap(each => Object.keys(each.en))
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
})

test('no code is said in two areas of the kernel', async () => {
  const areas = await Promise.all(globSync('kernel/server/words/*/en.ts').map(file => import(resolve(file))))
  const codes = areas.flatMap(({ en }) => Object.keys(en))
  expect(codes.toSorted()).toEqual(Object.keys(kernelWords.en).toSorted())
})

test('every object and every part of the sidebar has a name in both languages', () => {
  const objects = all.flatMap(each => Object.keys(each.objects))
  expect(objects.sort()).toEqual(parts.objects.map(({ name }) => name).sort())
  for (const { area } of parts.objects)
    for (const language of ['en', 'fr']) expect(words.areaOf(area, language)).not.toBe(area)
})

test('the words of each object follow its declaration: fields, options, roles, help, sections, actions, inputs', () => {
  const french = Object.assign({}, ...all.map(each => each.objects))
  for (const object of parts.objects) {
    const said = french[object.name]
    expect(Object.keys(said.fields)).toEqual(expect.arrayContaining(Object.keys(object.fields)))
    expect(Object.keys(said.form ?? {})).toEqual(Object.keys(object.form ?? {}))
    expect(Object.keys(said.actions ?? {})).toEqual(Object.keys(object.actions))
    for (const [name, field] of Object.entries(object.fields)) expect(told(said.fields[name])).toEqual(told(field))
  }
})

test('the words of the person who reads, with what the catalogue does not know as it was declared', () => {
  const custom = { c_region: text({ label: 'Region', help: 'Where they are.' }) }
  const deal = buildModels(parts.objects, { deal: custom }).get('deal')
  const french = words.labelsOf(deal, 'fr')
  expect(french.label).toEqual(['Affaire', 'Affaires'])
  expect(french.fields.status).toEqual({ label: 'Statut', options: { open: 'Ouverte', won: 'Gagnée', lost: 'Perdue' } })
  expect(french.fields.people?.roles?.decides).toBe('Décide')
  expect(french.fields.c_region).toEqual({ label: 'Region', help: 'Where they are.' })
  expect(french.fields.owner_id).toEqual({ label: 'Responsable' })
  expect(french.form).toMatchObject({ Who: 'Qui' })
  expect(french.actions.lose).toEqual({ label: 'Marquer comme perdue', input: { reason: { label: 'Motif' } } })
  const english = words.labelsOf(models.get('deal'), 'en')
  expect([english.label[1], english.fields.close_date?.label, english.fields.lost_reason?.label]).toEqual([
    'Deals',
    'Expected close',
    'Lost reason',
  ])
  expect(words.labelsOf(models.get('deal'), 'tlh')).toEqual(english)
})

test('a name makes a label', () => {
  expect([englishLabel('first_name', {}), englishLabel('x', { label: 'Y' })]).toEqual(['First name', 'Y'])
})

test('parameters are filled in, and what is unknown stays readable', () => {
  expect(words.say('fr', 'too-long', { max: 80 }).message).toBe('80 caractères au plus.')
  expect(words.say('tlh', 'too-long', { max: 80 }).message).toBe('Use at most 80 characters.')
  expect(words.say('en', 'no-such-code', {})).toEqual({ message: 'no-such-code' })
})

const parameters = ({ message, action = '' }: { message: string; action?: string }) =>
  [...new Set([...`${message} ${action}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

const told = (field: FieldWords | object) => {
  const { help, options, roles }: { help?: string; options?: object; roles?: object } =
    typeof field === 'string' ? {} : field
  return { help: help !== undefined, options: Object.keys(options ?? {}).sort(), roles: Object.keys(roles ?? {}) }
}

test('a label that is missing, or of nothing, does not compile', () => {
  const thing = defineObject('thing', {
    label: ['Thing', 'Things'],
    plural: 'things',
    icon: 'box',
    area: 'work',
    title: 'name',
    fields: { name: text(), size: choice({ small: 'Small' }, { help: 'How big.' }) },
    list: ['name'],
    form: { Main: ['name'] },
    actions: {
      open: { label: 'Open', needs: 'edit', input: { by: text({ help: 'Who.' }) } },
      close: { label: 'Close', needs: 'edit' },
    },
  })
  type Said = WordsOf<typeof thing>['thing']
  expectTypeOf<Said['fields']['name']>().toEqualTypeOf<string>()
  expectTypeOf<{ label: string; help: string; options: { small: string } }>().toExtend<Said['fields']['size']>()
  expectTypeOf<{ label: string; options: { small: string } }>().not.toExtend<Said['fields']['size']>()
  expectTypeOf<{ label: string; help: string; options: { big: string } }>().not.toExtend<Said['fields']['size']>()
  expectTypeOf<Said['form']>().toEqualTypeOf<{ readonly Main: string }>()
  expectTypeOf<Said['actions']['close']>().toEqualTypeOf<string>()
  expectTypeOf<{ label: string; input: { by: string } }>().not.toExtend<Said['actions']['open']>()
  expectTypeOf<{ label: string; input: { by: { label: string; help: string } } }>().toExtend<Said['actions']['open']>()
  expect(Object.keys(thing.fields)).toEqual(['name', 'size'])
})

test('every object says what it is for, in French too', () => {
  for (const model of models.all) {
    const said = words.labelsOf(model, 'fr').about
    expect
      .soft([model.object.name, model.object.about, said])
      .toEqual([model.object.name, expect.any(String), expect.any(String)])
    expect.soft(said).not.toBe(model.object.about)
  }
})

test('what invites to write stands in French too', () => {
  const invited = models.all.filter(({ object }) => object.prompt)
  expect(invited.length).toBeGreaterThan(0)
  for (const model of invited) expect(words.labelsOf(model, 'fr').prompt).not.toBe(model.object.prompt)
})
