import { useQuery } from '@tanstack/react-query'
import { useHere } from '#kernel/web/record/here.ts'
import { request } from '#kernel/web/request.ts'
import { useLocale } from '#kernel/web/schema/use-schema.ts'
import { formatMoment } from '#kernel/web/ui/format.ts'
import { type Drawing, drawingBox } from '../../drawing.ts'
import { useSalesWords } from '../words/words.ts'
import styles from './DealQuotes.module.css'
import { QuoteButtons } from './QuoteButtons.tsx'

/** Below the name of a quote: its paper, its link, and the name that was put under it. */
export default function QuoteHead() {
  const { record } = useHere()
  return (
    <>
      <div className={styles['head-buttons']}>
        <QuoteButtons quote={record} />
      </div>
      {record.status === 'accepted' && <Signature id={record.id} />}
    </>
  )
}

interface Signed {
  readonly name: string
  readonly drawing: Drawing | null
  readonly signed_at: string
  readonly ip: string
  readonly user_agent: string
  readonly sha256: string
}

/** None, where somebody wrote down for the customer that they accepted. */
function Signature({ id }: { readonly id: string }) {
  const say = useSalesWords()
  const locale = useLocale()
  const { data } = useQuery({
    queryKey: ['record', 'quote', id, 'signature'],
    queryFn: async ({ signal }) =>
      (await request({ path: `/api/quotes/${id}/signature`, signal })) as { readonly signature: Signed | null },
  })
  const signed = data?.signature
  if (!signed) return null
  const { name, drawing, signed_at, ip, user_agent, sha256 } = signed
  return (
    <div className={styles.signed}>
      <p>{say('quotes.signed', { name })}</p>
      {drawing && (
        <svg viewBox={`0 0 ${drawingBox.width} ${drawingBox.height}`} role="img" aria-label={name}>
          {drawing.strokes.map(points => (
            <polyline key={points.join()} points={points.join(' ')} />
          ))}
        </svg>
      )}
      <p className={styles.from} title={say('quotes.signed.with', { agent: user_agent, hash: sha256 })}>
        {say('quotes.signed.from', { moment: formatMoment(signed_at, locale), ip })}
      </p>
    </div>
  )
}
