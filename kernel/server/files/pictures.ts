import { sql } from 'kysely'
import { canSee, may } from '../access/rights.ts'
import { visible } from '../access/visible.ts'
import { a, rowsOf } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import { readingOf } from '../http/reading.ts'
import { lastingFileUrl } from './signed-url.ts'

const day = 86_400_000
const most = 5000

/** So few, and on so many screens, that the page asks for all of them once. */
export const picturesEndpoint = endpoint({
  method: 'GET',
  path: '/api/pictures',
  chapter: 'Files',
  summary: 'The pictures of colleagues, by signed links that work for a day',
  answer: rowsOf({ id: a.id, url: a.text }),
  async run({ kernel, request }) {
    const reading = readingOf(kernel, request)
    const users = reading.models.get('user')
    if (!may(reading.actor, users, 'read') || !canSee(reading.actor, users, 'picture'))
      return { status: 200, body: { rows: [] } }
    const { rows } = await sql<{ id: string; picture: string }>`select t.id, t.picture from users t
      where t.picture is not null and t.deleted_at is null and ${visible(reading, users, 'read', 't')}
      limit ${most}`.execute(reading.db)
    const now = kernel.clock()
    return {
      status: 200,
      body: {
        rows: rows.map(({ id, picture }) => ({ id, url: lastingFileUrl(kernel.secrets, picture, now, day) })),
      },
    }
  },
})
