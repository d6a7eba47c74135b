import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayOf } from '#kernel/fields/moment/zone.ts'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { regional } from '#kernel/schema/regional.ts'
import { totalsQuery } from '#kernel/web/queries.ts'
import { useLocale, useSchema } from '#kernel/web/schema/use-schema.ts'
import { useTitle } from '#kernel/web/shell/use-title.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { TroubleState } from '#kernel/web/ui/State.tsx'
import { Agenda } from './Agenda.tsx'
import { DueTasks } from './DueTasks.tsx'
import styles from './Today.module.css'
import { dueQuery, withoutStep } from './today.ts'
import { useWorkWords } from './words/words.ts'

/** What the day asks of whoever looks: what is late, what is due, whom they meet. */
export default function Today() {
  const say = useWorkWords()
  const { byName } = useSchema()
  const locale = useLocale()
  const { zone } = locale
  const [task, deal] = [byName('task'), byName('deal')]
  const today = dayOf(Date.now(), zone)
  useTitle(say('today.title'))
  const day = new Intl.DateTimeFormat(regional(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: zone,
  })
  return (
    <div className={styles.today}>
      <header className={styles.header}>
        <p className={styles.day}>{day.format(Date.now())}</p>
        <h1 className={styles.title}>{say('today.title')}</h1>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>{task && <Tasks task={task} today={today} />}</div>
        <div className={styles.column}>
          {byName('meeting') && <Agenda today={today} />}
          {deal && <Unplanned deal={deal} />}
        </div>
      </div>
    </div>
  )
}

function Tasks({ task, today }: { readonly task: DescribedObject; readonly today: string }) {
  const me = useSchema().person.id
  const { data, error, refetch } = useQuery(dueQuery(task, me, today))
  if (error && !data) return <TroubleState error={error} retry={() => void refetch()} />
  return <DueTasks task={task} today={today} page={data} />
}

/** Open deals of one's own for which nothing is planned: a line that leads to them, as long as there are any. */
function Unplanned({ deal }: { readonly deal: DescribedObject }) {
  const say = useWorkWords()
  const schema = useSchema()
  const where = { all: [{ status: 'open' }, { owner_id: schema.person.id }, ...withoutStep(schema, deal)] }
  const { data } = useQuery({ ...totalsQuery(deal, { where }), enabled: deal.steps.length > 0 })
  const count = data?.[0]?.count ?? 0
  if (count === 0) return null
  return (
    <Link to="/$plural" params={{ plural: deal.plural }} search={{ where }} className={styles.unplanned}>
      <Icon name="alert" size={15} />
      <span>{say('today.unplanned', { count })}</span>
      <Icon name="arrow-right" size={15} />
    </Link>
  )
}
