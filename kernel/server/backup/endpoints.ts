import { Readable } from 'node:stream'
import { number } from '../../fields/index.ts'
import { Refused } from '../../schema/refused.ts'
import { requireAdministrator } from '../access/administrator.ts'
import { a, orNull, rowsOf } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import { sourceOf } from '../http/request.ts'
import { archive } from './archive.ts'
import { lastBackups, logBackup } from './log.ts'

export const backupEndpoints = [
  endpoint({
    method: 'GET',
    path: '/api/backups',
    chapter: 'Operation',
    summary: 'When the last backups were taken, by whom, and how large they were',
    answer: rowsOf({
      at: a.moment,
      actor_id: orNull(a.id),
      source: a.text,
      bytes: a.whole,
      rows: a.whole,
      files: a.whole,
    }),
    query: { limit: number({ min: 1, max: 50, default: 5 }) },
    async run({ kernel, principal, query: { limit } }) {
      requireAdministrator(principal.actor)
      return { status: 200, body: { rows: await lastBackups(kernel, limit ?? 5) } }
    },
  }),
  endpoint({
    method: 'GET',
    path: '/api/backups/new',
    chapter: 'Operation',
    summary: 'Everything as one tar archive, which `rapport restore` takes; the key is not in it',
    async run({ kernel, principal, request, reply }) {
      requireAdministrator(principal.actor)
      // A link on somebody else's page must not set it off.
      if (request.headers['sec-fetch-site'] === 'cross-site') throw new Refused('origin-refused', {})
      const doing = { actor: principal.actor, source: sourceOf(principal) }
      const stream = Readable.from(
        archive(kernel, sizes => logBackup(kernel, doing, sizes)),
        { objectMode: false, highWaterMark: 256 * 1024 },
      )
      const day = kernel.clock().toISOString().slice(0, 16).replace(':', '')
      reply
        .headers({
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="rapport-${day}.tar"`,
        })
        .send(stream)
      return undefined
    },
  }),
]
