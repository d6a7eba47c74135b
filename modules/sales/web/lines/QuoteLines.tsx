import { useHere } from '#kernel/web/record/here.ts'
import { Lines } from './Lines.tsx'

/** What a quote offers: written as long as it is a draft, read from then on. */
export default function QuoteLines() {
  const { record } = useHere()
  return <Lines name="quote_line" of="quote" isOpen={record.status === 'draft'} />
}
