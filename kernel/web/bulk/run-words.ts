import type { ListSay } from '../words/list/words.ts'
import type { Run } from './runs.ts'

/** '9,998 changed, 2 refused' */
export function outcomeOf({ verb, status, changed, unchanged, refused }: Run, say: ListSay) {
  const parts = [
    changed > 0 || refused + unchanged === 0 ? say(doneWord(verb), { count: changed }) : '',
    unchanged > 0 && status === 'done' ? say('bulk.unchanged', { count: unchanged }) : '',
    refused > 0 ? say('bulk.refused', { count: refused }) : '',
  ]
  const counts = parts.filter(Boolean).join(', ')
  return status === 'cancelled' ? say('bulk.stopped', { counts }) : counts
}

const doneWord = (verb: string) =>
  verb === 'delete'
    ? 'bulk.deleted'
    : verb === 'undo'
      ? 'bulk.undone'
      : verb === 'restore'
        ? 'bulk.restored'
        : 'list.changed'

/** 'Changing contacts' */
export function workOf({ verb }: Pick<Run, 'verb'>, label: string, say: ListSay) {
  if (verb === 'delete') return say('bulk.deleting', { label })
  if (verb === 'undo') return say('bulk.undoing', { label })
  if (verb === 'restore') return say('bulk.restoring', { label })
  return say('bulk.changing', { label })
}
