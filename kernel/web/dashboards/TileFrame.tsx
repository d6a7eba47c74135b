import { ActionIcon, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { DescribedObject } from '../../schema/described.ts'
import type { Tile } from '../../schema/tile.ts'
import { chartQuery } from '../charts/ask.ts'
import { Icon } from '../ui/Icon.tsx'
import { noView } from '../views/use-viewed.ts'
import { useChartWords } from '../words/charts/words.ts'
import styles from './Dashboards.module.css'
import { TileBody } from './TileBody.tsx'
import type { TileDrag } from './use-tile-drag.ts'

interface TileFrameProps {
  readonly tile: Tile
  readonly name: string
  readonly object: DescribedObject | undefined
  /** While one arranges. */
  readonly drag?: TileDrag
  /** For whoever may change it. */
  readonly edits?: { readonly edit: () => void; readonly copy: () => void; readonly remove: () => void }
}

export function TileFrame({ tile, name, object, drag, edits }: TileFrameProps) {
  const say = useChartWords()
  const [asTable, setAsTable] = useState(false)
  const { data } = useQuery({ ...chartQuery(tile.chart), enabled: object !== undefined })
  const isDrawing = tile.kind !== 'number' && tile.kind !== 'table'
  const shown = asTable && isDrawing ? { ...tile, kind: 'table' as const } : tile
  return (
    <>
      <header
        className={styles.head}
        onPointerDown={event => {
          const isOnButton = event.target instanceof Element && event.target.closest('button')
          if (drag && event.pointerType === 'mouse' && !isOnButton) drag.pressMove(event, tile)
        }}
      >
        {drag && (
          <button
            type="button"
            className={styles.grip}
            data-grip
            aria-label={say('tile.move', { name })}
            onPointerDown={event => drag.pressMove(event, tile)}
            onKeyDown={event => drag.keyMove(event, tile)}
          >
            <Icon name="grip" size={15} />
          </button>
        )}
        <h2 className={`truncate ${styles.heading}`} title={name}>
          {name}
        </h2>
        <Menu position="bottom-end" width={200} transitionProps={{ duration: 80 }}>
          <Menu.Target>
            <ActionIcon variant="subtle" size={26} className={styles.more} aria-label={say('chart.menu', { name })}>
              <Icon name="dots" size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {data && object && (
              <Menu.Item
                leftSection={<Icon name="list" />}
                renderRoot={props => (
                  <Link
                    {...props}
                    to="/$plural"
                    params={{ plural: object.plural }}
                    search={{ view: noView, where: data.total.where }}
                  />
                )}
              >
                {say('tile.open')}
              </Menu.Item>
            )}
            {isDrawing && (
              <Menu.Item leftSection={<Icon name={asTable ? 'chart' : 'table'} />} onClick={() => setAsTable(!asTable)}>
                {say(asTable ? 'chart.drawing' : 'chart.table')}
              </Menu.Item>
            )}
            {edits && (
              <>
                <Menu.Divider />
                <Menu.Item leftSection={<Icon name="pencil" />} onClick={edits.edit}>
                  {say('tile.edit')}
                </Menu.Item>
                <Menu.Item leftSection={<Icon name="copy" />} onClick={edits.copy}>
                  {say('tile.copy')}
                </Menu.Item>
                <Menu.Item leftSection={<Icon name="trash" />} c="var(--red)" onClick={edits.remove}>
                  {say('tile.remove')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </header>
      {/* A hand that arranges opens nothing by mistake. */}
      <TileBody tile={shown} name={name} object={object} isPreview={drag !== undefined} />
      {drag && (
        <button
          type="button"
          className={styles.corner}
          aria-label={say('tile.resize', { name })}
          onPointerDown={event => drag.pressSize(event, tile)}
          onKeyDown={event => drag.keySize(event, tile)}
        />
      )}
    </>
  )
}
