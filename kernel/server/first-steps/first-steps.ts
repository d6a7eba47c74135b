import { sql } from 'kysely'
import { isAdministrator } from '../access/administrator.ts'
import type { Db } from '../database/database.ts'
import { a, orNull, rowsOf } from '../describe/answers.ts'
import { endpoint } from '../http/endpoint.ts'
import { languageOf } from '../http/request.ts'
import type { Words } from '../words/words.ts'

/** Something that whoever runs a new Rapport does in the first hour. What it is stands in the words, under its code. */
export interface FirstStep {
  readonly code: string
  /** Where on the page it is done. */
  readonly path: string
  readonly icon: string
  readonly isDone: (db: Db) => Promise<boolean>
}

/** Whether there is any such row. */
export const there = (query: ReturnType<typeof sql>) => async (db: Db) =>
  (await sql`select 1 from (${query}) as found limit 1`.execute(db)).rows.length > 0

export const inviteStep: FirstStep = {
  code: 'first-step.invite',
  path: '/admin/people',
  icon: 'users-group',
  isDone: there(
    sql`(select id from invitations limit 1) union all (select id from users where deleted_at is null offset 1 limit 1)`,
  ),
}

/** It is configured where the server runs, so the page can only say so. */
export const mailStep = (isConfigured: boolean): FirstStep => ({
  code: 'first-step.mail',
  path: '/admin',
  icon: 'mail',
  isDone: async () => isConfigured,
})

export const firstStepsEndpoint = (words: Words, steps: readonly FirstStep[]) =>
  endpoint({
    method: 'GET',
    path: '/api/first-steps',
    chapter: 'First steps',
    summary: 'What whoever runs this Rapport has done of the first hour; nothing for everybody else',
    answer: rowsOf({ code: a.text, path: a.text, icon: a.text, title: a.text, hint: orNull(a.text), done: a.flag }),
    async run({ kernel, principal, request }) {
      if (!isAdministrator(principal.actor)) return { status: 200, body: { rows: [] } }
      const language = languageOf(request)
      const rows = steps.map(async ({ code, path, icon, isDone }) => {
        const { message, action } = words.say(language, code, {})
        return { code, path, icon, title: message, hint: action ?? null, done: await isDone(kernel.database.db) }
      })
      return { status: 200, body: { rows: await Promise.all(rows) } }
    },
  })
