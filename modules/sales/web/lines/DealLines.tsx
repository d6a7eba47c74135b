import { Lines } from './Lines.tsx'

/** What a deal is made of, written in its place. */
export default function DealLines() {
  return <Lines name="deal_line" of="deal" isOpen />
}
