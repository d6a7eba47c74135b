import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { DescribedObject } from '#kernel/schema/described.ts'
import { listOnce } from '#kernel/web/queries.ts'
import { useHere } from '#kernel/web/record/here.ts'
import { offered } from '#kernel/web/record/offered.ts'
import { useAct } from '#kernel/web/record/use-act.ts'
import { useSchema } from '#kernel/web/schema/use-schema.ts'
import { Icon } from '#kernel/web/ui/Icon.tsx'
import { State, TroubleState } from '#kernel/web/ui/State.tsx'
import { useSalesWords } from '../words/words.ts'
import styles from './DealQuotes.module.css'
import { QuoteCard } from './QuoteCard.tsx'

export default function DealQuotes() {
  const object = useSchema().byName('quote')
  return object ? <Quotes object={object} /> : null
}

/** The quotes of a deal, the newest first, and where one makes another. */
function Quotes({ object }: { readonly object: DescribedObject }) {
  const say = useSalesWords()
  const { object: deal, record } = useHere()
  const making = useAct(deal)
  const { data, error, refetch } = useQuery(
    listOnce(object, { where: { deal: record.id }, sort: '-created_at', limit: 50 }),
  )
  const make = offered(deal, record).find(({ name }) => name === 'quote')
  const button = make && (
    <Button
      variant={data?.rows.length ? 'default' : 'filled'}
      h={30}
      px={12}
      leftSection={<Icon name="plus" />}
      loading={making.isPending}
      onClick={() => making.mutate({ id: record.id, action: make })}
    >
      {make.label}
    </Button>
  )
  if (error && !data) return <TroubleState error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton height={160} radius="sm" />
  if (data.rows.length === 0)
    return (
      <State icon="file" title={say('quotes.none')} hint={say('quotes.none.hint')}>
        {button}
      </State>
    )
  return (
    <>
      <ul className={styles.quotes} aria-label={object.label[1]}>
        {data.rows.map(row => (
          <li key={row.id}>
            <QuoteCard object={object} quote={row} />
          </li>
        ))}
      </ul>
      {button}
    </>
  )
}
