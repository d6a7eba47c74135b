import { expect, test } from 'vitest'
import { scriptOf } from './use-new-version.ts'

test('a page is known by the name of its script', () => {
  const page = (name: string) =>
    `<script src="/theme.js"></script><script type="module" crossorigin src="/assets/${name}.js"></script>`
  expect(scriptOf(page('index-a1'))).toBe('/assets/index-a1.js')
  expect(scriptOf(page('index-a1'))).not.toBe(scriptOf(page('index-b2')))
  expect(scriptOf('<h1>502 Bad Gateway</h1>')).toBeNull()
})
