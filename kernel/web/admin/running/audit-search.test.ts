import { expect, test } from 'vitest'
import { exportAddress, readAuditSearch } from './audit-search.ts'

test('what is in the address and means nothing is left out', () => {
  const asked = readAuditSearch({ actor: 'a', since: '2026-01-01', until: '', event: 7, page: '2' })
  expect(asked).toEqual({ actor: 'a', since: '2026-01-01' })
  expect(exportAddress({ ...asked, object: undefined })).toBe('/api/audit/export.csv?actor=a&since=2026-01-01')
})
