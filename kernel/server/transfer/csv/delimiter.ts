import { type Delimiter, delimiters } from './format.ts'
import { firstRecords } from './records.ts'

const looked = 60

/** The one that cuts most rows into as many cells as the first row has; of two, the one that cuts finer. */
export async function findDelimiter(text: string, whole: boolean): Promise<Delimiter> {
  const scores = await Promise.all(
    delimiters.map(async delimiter => ({ delimiter, ...(await score(text, whole, delimiter)) })),
  )
  const [best] = scores.filter(({ cells }) => cells > 1).sort((a, b) => b.share - a.share || b.cells - a.cells)
  return best?.delimiter ?? ','
}

async function score(text: string, whole: boolean, delimiter: Delimiter) {
  const records = await firstRecords(text, { delimiter, whole, most: looked })
  const cells = records[0]?.length ?? 0
  const same = records.filter(record => record.length === cells).length
  return { cells, share: Math.round((same / (records.length || 1)) * 10) }
}
