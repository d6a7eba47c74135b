import { expect, test } from 'vitest'
import * as server from '../../../server/settings/places.ts'
import { countries } from './countries.ts'

test('the countries to choose from are those that the server takes', () => {
  expect([...countries].sort()).toEqual(Object.keys(server.countries).sort())
})
