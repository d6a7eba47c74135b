import type { ByHand, NoticeTelling } from './notice-reader.ts'
import { notify } from './notify.ts'

/** Tells people what somebody else made theirs: a record by itself, many at once in one sentence. */
export async function tellAssigned(telling: NoticeTelling, done: readonly ByHand[]) {
  for (const group of Map.groupBy(done.filter(isGiven), sentence).values()) {
    const [{ object, record_id: id, actor_id, after }] = group as [Given]
    const who = telling.whoOf(actor_id)
    await notify(
      telling,
      [after.owner_id],
      group.length === 1
        ? { code: 'notice.assigned', params: who, about: { object, id } }
        : { code: 'notice.assigned-many', params: { ...who, count: group.length }, about: { object, id: null } },
    )
  }
}

type Given = ByHand & { readonly after: { readonly owner_id: string } }

export function isGiven(change: ByHand): change is Given {
  const { actor_id, before, after, events } = change
  const owner = after?.owner_id
  return typeof owner === 'string' && owner !== actor_id && owner !== before?.owner_id && !events.includes('deleted')
}

const sentence = ({ batch, object, actor_id, after }: Given) => [batch, object, actor_id, after.owner_id].join()
