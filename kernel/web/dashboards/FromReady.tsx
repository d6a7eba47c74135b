import { Button } from '@mantine/core'
import type { Tile } from '../../schema/tile.ts'
import { useSchema } from '../schema/use-schema.ts'
import { whenOnline } from '../ui/when-online.ts'
import { useChartWords } from '../words/charts/words.ts'
import { useLanguage } from '../words/words.tsx'
import { newId } from './dashboards.ts'
import { readyTiles } from './ready-tiles.ts'
import { useSeenReady } from './use-seen-ready.ts'

/** A dashboard on which nothing is may begin as one that is ready made. */
export function FromReady({ onPut }: { readonly onPut: (tiles: readonly Tile[]) => unknown }) {
  const say = useChartWords()
  const language = useLanguage()
  const { byName } = useSchema()
  return Object.entries(useSeenReady()).map(([id, { label, load }]) => (
    <Button
      key={id}
      variant="default"
      onClick={async () => {
        const { tiles } = await whenOnline(load)()
        await onPut(readyTiles(tiles, language, byName).map(tile => ({ ...tile, id: newId() })))
      }}
    >
      {say('dash.begin-with', { name: label[language] })}
    </Button>
  ))
}
