import { type Chart, readBy } from '../../schema/chart.ts'
import type { DescribedObject } from '../../schema/described.ts'
import { fieldOf } from '../schema/use-schema.ts'
import type { ChartSay } from '../words/charts/words.ts'

/** What a chart is called where nobody gave it a name: 'Deals by stage'. */
export function titleOf({ measure = 'count', by = [] }: Chart, object: DescribedObject, say: ChartSay): string {
  const label = (name: string) => fieldOf(object, name)?.label ?? name
  const [first, second] = by.map(one => label(readBy(one).field).toLowerCase())
  const what = measured()
  if (first && second) return say('title.by-two', { what, by: first, second })
  return first ? say('title.by', { what, by: first }) : what

  function measured(): string {
    if (measure === 'count') return say('title.count', { label: object.label[1] })
    const [[kind, of] = ['sum', ''] as const] = Object.entries(measure) as [keyof typeof titles, unknown][]
    if (kind === 'share') return say('title.share', { label: object.label[1].toLowerCase() })
    const field = typeof of === 'string' ? label(of) : sayDays(of as Days)
    return say(titles[kind], { field, lower: field.charAt(0).toLowerCase() + field.slice(1) })
  }
  function sayDays({ from, to }: Days) {
    return to
      ? say('measure.days-between', { from: label(from), to: label(to) })
      : say('measure.days', { label: label(from) })
  }
}
interface Days {
  readonly from: string
  readonly to?: string
}
const titles = {
  sum: 'title.sum',
  average: 'title.average',
  least: 'title.least',
  most: 'title.most',
  share: 'title.share',
} as const
