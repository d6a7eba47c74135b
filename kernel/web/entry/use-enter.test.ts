import { expect, test } from 'vitest'
import { isOwn } from './use-enter.ts'

test('after signing in one goes on where one wanted to go, but not elsewhere and not out again', () => {
  for (const next of ['/', '/deals?sort=title', '/accounts/profile', '/admin/audit?actor=1'])
    expect(isOwn(next), next).toBe(true)
  for (const next of [undefined, '', 'deals', '//evil.example', '/\\evil.example', 'https://evil.example'])
    expect(isOwn(next), next).toBe(false)
  for (const next of ['/accounts/logout', '/accounts/login', '/accounts/reset?token=1', '/accounts/profiles'])
    expect(isOwn(next), next).toBe(false)
})
