import { useQuery } from '@tanstack/react-query'
import { addDays } from '#kernel/fields/date/day.ts'
import type { RoleLink } from '#kernel/fields/index.ts'
import { dayOf, wallOf } from '#kernel/fields/moment/zone.ts'
import { listOnce } from '#kernel/web/queries.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import type { OfForm } from '#kernel/web/slots/page-parts.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { calendarQuery } from '../today.ts'
import { useWorkWords } from '../words/words.ts'
import styles from './Calendar.module.css'

/** Below the form of a meeting: who of those who are asked is not free then. */
export default function FreeBusy({ values, id }: OfForm) {
  const say = useWorkWords()
  const { zone } = useLocale()
  const asked = ((values.colleagues ?? []) as readonly RoleLink[]).map(link => link.id)
  const from = Date.parse(String(values.starts_at ?? ''))
  const to = Date.parse(String(values.ends_at ?? '')) || from + 3_600_000
  const isKnown = asked.length > 0 && !Number.isNaN(from)
  const day = dayOf(isKnown ? from : 0, zone)
  const { data } = useQuery({ ...calendarQuery(day, addDays(day, 2), zone, asked), enabled: isKnown })
  const { data: users } = useQuery({
    ...listOnce({ name: 'user', plural: 'users' }, { where: { id: { in: asked } }, limit: 100 }),
    enabled: isKnown,
  })
  if (!isKnown || !data) return null
  const overlaps = (one: { readonly starts_at: string; readonly ends_at: string }) =>
    Date.parse(one.starts_at) < to && Date.parse(one.ends_at) > from
  const clashes = [
    ...data.entries.filter(entry => entry.id !== id).flatMap(entry => entry.people.map(user => ({ ...entry, user }))),
    ...data.busy,
  ].filter(overlaps)
  const nameOf = (user: string) => String(users?.rows.find(row => row.id === user)?.name ?? '')
  const clock = (at: string) => wallOf(Date.parse(at), zone).slice(11, 16)
  if (clashes.length === 0)
    return (
      <p className={styles.isFree} role="status">
        <Icon name="check" size={14} /> {say('agenda.free')}
      </p>
    )
  return (
    <ul className={styles.clashes} role="status">
      {clashes.map(({ user, starts_at, ends_at }) => (
        <li key={`${user} ${starts_at}`}>
          <Icon name="alert" size={14} />
          {say('agenda.clash', { name: nameOf(user), from: clock(starts_at), to: clock(ends_at) })}
        </li>
      ))}
    </ul>
  )
}
