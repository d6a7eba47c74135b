import { invalidField } from '#kernel/schema/refused.ts'
import { handle, rule } from '#kernel/server/actions/behaviours.ts'
import { contact } from '../contact.ts'
import { employment } from '../employment.ts'

/** The place they leave is remembered beside the new one. */
export const changeJob = handle(contact, 'change_job', async (ctx, people, { company, position, joined_on }) => {
  const since = joined_on ?? ctx.today
  const left = people.flatMap(({ id, company: before, position: was, joined_on: began }) =>
    before && before !== company
      ? [{ contact: id, company: before, position: was, since: earlier(began, since), until: since }]
      : [],
  )
  await ctx.create(employment, left)
  return ctx.update(contact, people, { company, position: position ?? null, joined_on: since }, 'changed_job')
})

const earlier = (began: string | null, until: string) => (began && began <= until ? began : null)

/** Nobody leaves before they came. */
export const inOrder = rule(employment, ['create', 'update'], async (_ctx, drafts) => {
  const wrong = drafts.some(({ after: { since, until } }) => since !== null && until !== null && until < since)
  if (wrong) throw invalidField('until', 'employment.ends-before')
  return undefined
})
