import { expect, test } from 'vitest'
import { fr } from '../words/fr.ts'
import { sayFrom } from '../words/sentences.ts'
import { saidOf } from './said-of.ts'

const options = { lead: 'Piste', client: 'Client fidèle' }

test.each([
  [{ type: 'choice', options }, 'lead', 'Piste'],
  [{ type: 'choices', options }, 'lead, client', 'Piste, Client fidèle'],
  [{ type: 'choice', options }, '', ''],
  [{ type: 'flag' }, 'true', 'Oui'],
  [{ type: 'text' }, 'lead', 'lead'],
] as const)('%j: %s is read as %s', (field, text, said) => {
  expect(saidOf({ ...field, name: 'one', label: 'One' }, text, sayFrom(fr, 'fr'))).toBe(said)
})
