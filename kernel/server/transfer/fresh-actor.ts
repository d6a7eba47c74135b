import type { Locale } from '../../schema/field-type.ts'
import { Refused } from '../../schema/refused.ts'
import { type Actor, systemActor } from '../access/actor.ts'
import { loadActor } from '../access/load-actor.ts'
import type { Db, Tx } from '../database/database.ts'

type Known = Pick<Actor, 'id' | 'limits'>

/** Somebody with the rights that they have by now. Long work asks again and again. */
export async function freshActor(db: Db | Tx, { id, limits }: Known, company: Locale): Promise<Actor> {
  if (id === null) return systemActor(company)
  const actor = await loadActor(db, id, company)
  if (!actor) throw new Refused('transfer.nobody')
  return limits ? { ...actor, limits } : actor
}
