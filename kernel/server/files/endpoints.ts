import { invalidField, missing, Refused } from '../../schema/refused.ts'
import { a, says } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import { readId } from '../http/query.ts'
import { saveFile } from './files.ts'
import { picturesEndpoint } from './pictures.ts'
import { servedAs } from './served.ts'
import { checkFileUrl, signedFileUrl } from './signed-url.ts'

const mostBytes = 100 * 2 ** 20
const linkLasts = 15 * 60_000

export const fileEndpoints = [
  picturesEndpoint,
  endpoint({
    method: 'POST',
    path: '/api/files',
    chapter: 'Files',
    summary: 'Uploads one file (multipart/form-data); records then name it by its id',
    answer: says({ id: a.id, name: a.text, type: a.text, size: a.whole, url: a.text }),
    async run({ kernel, principal, request }) {
      if (!request.isMultipart()) throw invalidField('file', 'file.not-multipart')
      const part = await request.file({ limits: { fileSize: mostBytes + 1 } })
      if (!part) throw invalidField('file', 'required')
      const saving = {
        db: kernel.database.db,
        store: kernel.store,
        actorId: principal.actor.id,
        now: kernel.clock().toISOString(),
        newId: kernel.newId,
      }
      const { id, name, type, size } = await saveFile(saving, part.file, { name: part.filename, maxBytes: mostBytes })
      const url = signedFileUrl(kernel.secrets, id, new Date(kernel.clock().getTime() + linkLasts))
      return { status: 201, body: { id, name, type, size, url } }
    },
  }),

  endpoint({
    method: 'GET',
    path: '/api/files/:id',
    chapter: 'Files',
    summary: 'A file, by the signed link that came with the record that names it',
    open: true,
    async run({ kernel, params, request, reply }) {
      const id = readId(params.id)
      const file = await kernel.database.db
        .selectFrom('files')
        .select(['id', 'sha256', 'name', 'type', 'size', 'created_by'])
        .where('id', '=', id)
        .executeTakeFirst()
      const own = file && request.principal && file.created_by === request.principal.actor.id
      if (!own)
        checkFileUrl(kernel.secrets, id, request.query as { expires?: string; signature?: string }, kernel.clock())
      if (!file) throw missing('file', id)
      const range = readRange(request.headers.range, file.size)
      reply.headers({
        ...servedAs(file),
        'accept-ranges': 'bytes',
        'cache-control': 'private, max-age=600',
        etag: `"${file.sha256}"`,
      })
      if (range)
        reply.code(206).headers({
          'content-range': `bytes ${range.start}-${range.end}/${file.size}`,
          'content-length': range.end - range.start + 1,
        })
      else reply.header('content-length', file.size)
      reply.send(await kernel.store.open(file.sha256, range))
      return undefined
    },
  }),
]

/** One range, as players and pausing downloads ask for; anything else is answered with the whole file. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const start = found[1] ? Number(found[1]) : Math.max(0, size - Number(found[2]))
  const end = found[1] && found[2] ? Math.min(Number(found[2]), size - 1) : size - 1
  if (start > end) throw new Refused('file.range', {}, { kind: 'invalid' })
  return { start, end }
}
