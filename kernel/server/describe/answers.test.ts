import { expect, test } from 'vitest'
import { parts } from '#modules/parts.ts'
import { backupEndpoints } from '../backup/endpoints.ts'
import { bulkEndpoints } from '../bulk/endpoints.ts'
import { auditEndpoints } from '../changes/endpoints.ts'
import { chartEndpoints } from '../charts/endpoints.ts'
import { duplicateEndpoints } from '../duplicates/endpoints.ts'
import { fileEndpoints } from '../files/endpoints.ts'
import { firstStepsEndpoint } from '../first-steps/first-steps.ts'
import { followEndpoints } from '../follow/endpoints.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { accountEndpoints } from '../identity/endpoints/account.ts'
import { enteringEndpoints } from '../identity/endpoints/entering.ts'
import { invitingEndpoints } from '../identity/endpoints/inviting.ts'
import { linkEndpoints } from '../identity/endpoints/links.ts'
import { jobEndpoints } from '../jobs/endpoints.ts'
import { outboxEndpoints } from '../mail/endpoints.ts'
import { noticeEndpoints } from '../notify/endpoints.ts'
import { observeEndpoints } from '../observe/endpoints.ts'
import { healthEndpoints } from '../observe/health.ts'
import { recordEndpoints } from '../records/endpoints.ts'
import { settingEndpoints } from '../settings/endpoints.ts'
import { transfer } from '../transfer/transfer.ts'
import { collectWords } from '../words/words.ts'
import { a, orNull, rowsOf, says } from './answers.ts'
import { checking } from './check-document.ts'
import type { Document } from './openapi.ts'

const words = collectWords()
// What they are given is asked for when they run, which none does here.
const later = { publicUrl: '', readers: [] } as never
const routes: readonly Endpoint[] = [
  ...[accountEndpoints, enteringEndpoints(later), invitingEndpoints, linkEndpoints(later)].flat(),
  ...[recordEndpoints([]), settingEndpoints([]), fileEndpoints, followEndpoints, noticeEndpoints(words)].flat(),
  ...[outboxEndpoints(later), chartEndpoints(words), auditEndpoints, backupEndpoints, jobEndpoints(later)].flat(),
  ...[observeEndpoints(later, () => false), healthEndpoints(later), firstStepsEndpoint(words, [])].flat(),
  ...[transfer({ words }).endpoints, bulkEndpoints(words), duplicateEndpoints, parts.endpoints(later)].flat(),
]

/** A file, a page of figures: no JSON. */
const streams = ['GET /api/backups/new', 'GET /api/files/:id', 'GET /metrics']
const papers = ['GET /api/calendar/feeds/:token', 'GET /api/quotes/:id/pdf', 'POST /api/public/quotes/pdf']

test('every route that answers with JSON says with what', () => {
  const silent = routes.filter(({ answer, path }) => !answer && !path.endsWith('.csv'))
  expect(silent.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([...streams, ...papers].sort())
})

test('what ends in ? may be missing, and nothing else is said', () => {
  const { check } = checking({ components: {} } as Document)
  const schema = says({ name: a.text, 'by?': orNull(a.id) })
  expect([check(schema, { name: 'A' }), check(schema, { name: 'A', by: null })]).toEqual([[], []])
  for (const wrong of [{}, { name: 1 }, { name: 'A', by: 'me' }, { name: 'A', more: 1 }])
    expect(check(schema, wrong)).toHaveLength(1)
  expect(check(rowsOf({ name: a.text }), { rows: [{ name: 'A' }, {}] })).toHaveLength(1)
})
