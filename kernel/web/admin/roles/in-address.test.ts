import { expect, test } from 'vitest'
import { inAddress } from './in-address.ts'

const schema = { byPlural: (plural: string) => (plural === 'stages' ? { name: 'stage' } : undefined) }
const id = '01900000-0000-7000-8000-000000000001'

test('a record by the address of its page', () => {
  expect(inAddress(`https://crm.example/stages/${id}?edit=true`, schema)).toEqual({ object: 'stage', id })
  expect(inAddress(`/stages/${id}`, schema)).toEqual({ object: 'stage', id })
  for (const other of ['', 'Lovelace', '/stages', `/things/${id}`, `/stages/${id.slice(1)}`])
    expect(inAddress(other, schema)).toBeUndefined()
})
