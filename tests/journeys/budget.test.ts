// What the first load may weigh, as it is sent.

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ensurePage } from '../../scripts/build-page.ts'

const assets = join(import.meta.dirname, '../../dist/web/assets')

beforeAll(async () => void (await ensurePage()), 120_000)

test('all scripts together stay under the budget of the first load', () => {
  const scripts = readdirSync(assets).filter(name => name.endsWith('.js.gz'))
  const bytes = scripts.reduce((sum, name) => sum + statSync(join(assets, name)).size, 0)
  expect(scripts.length).toBeLessThan(40)
  expect(bytes / 1024).toBeLessThan(250)
})

test('no script stands in the document itself, which the policy would refuse', () => {
  const document = readFileSync(join(assets, '../index.html'), 'utf8')
  expect(document.match(/<script(?![^>]*\bsrc=)/g)).toBeNull()
  expect(document).not.toMatch(/\son\w+=/)
})
