// The database as the floor asks it: the driver alone, or, embedded, the same engine that ours runs on.

import { CompiledQuery } from 'kysely'
import pg from 'pg'
import { hot } from '#kernel/server/database/hot.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { typeParsers } from '#kernel/server/database/type-parsers.ts'

type Row = Record<string, unknown>

export interface Engine {
  /** Prepared once a connection: the plan is the same whatever the values. */
  named(text: string, values: unknown[]): Promise<Row[]>
  /** Planned for its values. */
  plain(text: string, values: unknown[]): Promise<Row[]>
  /** One after the other, in a transaction; answers with the rows of each. */
  steps(steps: readonly (readonly [text: string, values: unknown[]])[]): Promise<Row[][]>
}

export async function openEngine(): Promise<Engine> {
  const { DATABASE_URL: url, DATA_DIR: folder } = process.env
  return url ? onPostgres(url) : await onEmbedded(`${folder}/database`)
}

function onPostgres(url: string): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: typeParsers,
    options: '-c timezone=UTC -c random_page_cost=1.1 -c jit=off',
  })
  const names = new Map<string, string>()
  const nameOf = (text: string) => names.get(text) ?? names.set(text, `floor_${names.size}`).get(text)
  return {
    named: async (text, values) => (await pool.query({ name: nameOf(text) ?? '', text, values })).rows,
    plain: async (text, values) => (await pool.query(text, values)).rows,
    async steps(steps) {
      const client = await pool.connect()
      const answers: Row[][] = []
      await client.query('begin')
      for (const [text, values] of steps)
        answers.push((await client.query({ name: nameOf(text) ?? '', text, values })).rows)
      await client.query('commit')
      client.release()
      return answers
    },
  }
}

async function onEmbedded(folder: string): Promise<Engine> {
  const { db } = await openDatabase({ folder })
  return {
    named: async (text, values) => [...(await db.executeQuery<Row>(hot(text, values))).rows],
    plain: async (text, values) => [
      ...(await db.executeQuery<Row>(CompiledQuery.raw(text, values) as CompiledQuery<Row>)).rows,
    ],
    steps: steps =>
      db.transaction().execute(async tx => {
        const answers: Row[][] = []
        for (const [text, values] of steps) answers.push([...(await tx.executeQuery<Row>(hot(text, values))).rows])
        return answers
      }),
  }
}
