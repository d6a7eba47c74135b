import { expect, it } from 'vitest'
import { flag, money, ref, tags, text } from '#kernel/fields/index.ts'
import type { Fields } from '#kernel/schema/field.ts'
import type { AnyObject } from '#kernel/schema/object.ts'
import { parts } from '#modules/parts.ts'
import { requireSound } from './sound.ts'

const object = (fields: Fields, more: Partial<AnyObject> = {}): AnyObject => ({
  name: 'thing',
  label: ['Thing', 'Things'],
  plural: 'things',
  icon: 'box',
  area: 'tests',
  title: ['name'],
  list: [],
  owned: true,
  events: [],
  told: {},
  actions: {},
  fields: { name: text(), ...fields } as Fields,
  ...more,
})

it('finds nothing wrong with what is registered', () => expect(() => requireSound(parts.objects)).not.toThrow())

it.each<[string, readonly AnyObject[], RegExp]>([
  ['a word of filters', [object({ count: flag() })], /thing\.count has a name that is taken/],
  ['what every record has', [object({ owner_id: text() })], /thing\.owner_id/],
  ['a name of fields added at run time', [object({ c_colour: text() })], /thing\.c_colour/],
  ['capitals', [object({ Name: text() })], /thing\.Name/],
  [
    'an action that is an address',
    [object({}, { actions: { query: { label: 'Query', needs: 'read' } } })],
    /thing\.query/,
  ],
  [
    'an action that makes what there is not',
    [object({}, { actions: { book: { label: 'Book', needs: 'edit', makes: 'place' } } })],
    /thing\.book makes "place"/,
  ],
  ['a ref to nowhere', [object({ place: ref('place') })], /thing\.place points to "place"/],
  ['tags without tags', [object({ labels: tags() })], /points to "tag"/],
  ['a field called as the next step', [object({ next_step: text() })], /thing\.next_step has a name that is taken/],
  [
    'a step at no time, about nothing',
    [object({}, { step: { about: 'name', at: 'name', where: { name: 'x' } } })],
    /name is not what it is about\.\s.*name is not a day or a moment\.\s.*name is not a choice/,
  ],
  ['two columns of one name', [object({ fee: money(), fee_currency: text() })], /two columns called fee_currency/],
  ['two objects of one name', [object({}), object({})], /Two objects are called "thing"/],
])('refuses %s in plain words', (_, objects, said) => expect(() => requireSound(objects)).toThrow(said))
