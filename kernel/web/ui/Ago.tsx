import { useLocale } from '../schema/use-schema.ts'
import { formatAgo, formatMoment } from './format.ts'

/** How long ago; the exact time on hover. */
export function Ago({ at }: { readonly at: string }) {
  const locale = useLocale()
  return (
    <time dateTime={at} title={formatMoment(at, locale)}>
      {formatAgo(at, Date.now(), locale)}
    </time>
  )
}
