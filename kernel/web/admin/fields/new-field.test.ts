import { expect, test } from 'vitest'
import { nameFor, optionLines } from './new-field.ts'

test.each([
  ['Contract end', 'c_contract_end'],
  ['Numéro de série (interne)', 'c_numero_de_serie_interne'],
  ['2nd contact', 'c_f_2nd_contact'],
  ['   ', 'c_f'],
  ['x'.repeat(80), `c_${'x'.repeat(44)}`],
])('%s', (label, name) => {
  expect(nameFor(label)).toBe(name)
  expect(name).toMatch(/^c_[a-z][a-z0-9_]{0,45}$/)
})

test('options with a key keep it, others get one', () => {
  expect(optionLines('hot: Very hot\n\nVery cold\n lukewarm \n')).toBe('hot: Very hot\nvery_cold: Very cold\nlukewarm')
})
