import { sql } from 'kysely'
import type { Change } from '../changes/read.ts'
import type { Reader } from '../changes/readers.ts'
import type { Tx } from '../database/database.ts'
import type { Kernel } from '../kernel.ts'
import { notify } from './notify.ts'

/** Tells people what somebody else made theirs: a record by itself, many at once in one sentence. */
export const assignmentReader = (kernel: Kernel): Reader => ({
  name: 'assignments',
  from: 'now',
  async read(tx, changes) {
    const given = changes.filter(isGiven)
    if (given.length === 0) return
    const names = await namesOf(tx, [...new Set(given.map(({ actor_id }) => actor_id))])
    const telling = { kernel, db: tx, now: kernel.clock().toISOString() }
    for (const group of Map.groupBy(given, sentence).values()) {
      const [{ object, record_id: id, actor_id, after }] = group as [Given]
      const who = names.get(actor_id) ?? ''
      await notify(
        telling,
        [after.owner_id],
        group.length === 1
          ? { code: 'notice.assigned', params: { who }, about: { object, id } }
          : { code: 'notice.assigned-many', params: { who, count: group.length }, about: { object, id: null } },
      )
    }
  },
})

type Given = Change & { readonly actor_id: string; readonly after: { readonly owner_id: string } }

/** By a person's hand; what an import or a rule gives away tells nobody. */
function isGiven(change: Change): change is Given {
  const { actor_id, source, before, after, events } = change
  const owner = after?.owner_id
  if (typeof owner !== 'string' || actor_id === null || !['page', 'api'].includes(source)) return false
  return owner !== actor_id && owner !== before?.owner_id && !events.includes('deleted')
}

const sentence = ({ batch, object, actor_id, after }: Given) => [batch, object, actor_id, after.owner_id].join()

async function namesOf(tx: Tx, ids: readonly string[]) {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from users where id = any(${[...ids]}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
