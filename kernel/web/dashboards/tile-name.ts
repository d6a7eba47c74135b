import type { Tile } from '../../schema/tile.ts'
import { titleOf } from '../charts/chart-title.ts'
import { useSchema } from '../schema/use-schema.ts'
import { useChartWords } from '../words/charts/words.ts'

/** As somebody called it, or else what its chart says. */
export function useTileName() {
  const say = useChartWords()
  const { byName } = useSchema()
  return ({ title, chart }: Pick<Tile, 'title' | 'chart'>) => {
    const object = byName(chart.object)
    return title || (object ? titleOf(chart, object, say) : chart.object)
  }
}
