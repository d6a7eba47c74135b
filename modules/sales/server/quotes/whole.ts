// On paper and by its link a quote says everything: whoever may not see all of that is given neither, and sends it to
// nobody.

import { sql } from 'kysely'
import { Refused } from '#kernel/schema/refused.ts'
import { canSee } from '#kernel/server/access/rights.ts'
import { visible } from '#kernel/server/access/visible.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import type { Model } from '#kernel/server/tables/model.ts'

export async function requireWhole(reading: Reading, quotes: readonly { readonly id: string }[]) {
  const { actor, models } = reading
  const [quote, line] = [models.get('quote'), models.get('quote_line')]
  const seesAll = (model: Model, names: readonly string[] = Object.keys(model.object.fields)) =>
    names.every(name => canSee(actor, model, name))
  if (!seesAll(quote) || !seesAll(line)) throw new Refused('quote.not-whole')
  const hidden = (model: Model, names: readonly string[]) =>
    seesAll(model, names) ? sql`(${visible(reading, model, 'read', 't')}) is not true` : sql`true`
  const { rows } = await sql`select 1 from quotes as q where q.id = any(${quotes.map(({ id }) => id)}::uuid[]) and (
    exists (select 1 from quote_lines as t where t.quote = q.id and t.deleted_at is null and ${hidden(line, [])})
    or exists (select 1 from contacts as t where t.id = q.contact and ${hidden(models.get('contact'), ['first_name', 'last_name'])})
    or exists (select 1 from companies as t where t.id = q.company and ${hidden(models.get('company'), ['name'])})
  ) limit 1`.execute(reading.db)
  if (rows.length) throw new Refused('quote.not-whole')
}
