import { CompiledQuery } from 'kysely'
import type { Db as BossDatabase } from 'pg-boss'
import type { Db, Tx } from '../database/database.ts'

/** Our connection or transaction, as pg-boss sees it. */
export const bossDatabase = (db: Db | Tx): BossDatabase => ({
  async executeSql(text, values = []) {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, [...values]))
    return { rows }
  },
})
