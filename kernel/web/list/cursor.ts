// The cell under the cursor, and the block between it and where one began to mark.

export interface Place {
  readonly row: number
  readonly column: number
}
export interface Cursor extends Place {
  /** The other corner of the block; the same place where only one cell is meant. */
  readonly from: Place
}
export interface Block {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}
/** The cursor and the record under it, which it follows when rows come and go above. */
export interface Held {
  readonly cursor: Cursor
  readonly id: string | undefined
}

const reachOfSearch = 200

/** Where the record is by now. When it is gone, its place is that of whichever came there. */
export function followed({ cursor, id }: Held, idAt: (row: number) => string | undefined): Held {
  const here = idAt(cursor.row)
  if (here === id || id === undefined) return { cursor, id: here }
  for (let far = 1; far <= reachOfSearch; far++)
    for (const by of [far, -far])
      if (cursor.row + by >= 0 && idAt(cursor.row + by) === id) return { cursor: shifted(cursor, by), id }
  return { cursor, id: here ?? id }
}

const shifted = ({ row, column, from }: Cursor, by: number): Cursor => ({
  row: row + by,
  column,
  from: { row: Math.max(0, from.row + by), column: from.column },
})

interface Size {
  readonly rows: number
  readonly columns: number
  /** How many rows are in sight. */
  readonly page: number
}

export const at = (row: number, column: number): Cursor => ({ row, column, from: { row, column } })

export const reach = (cursor: Cursor, { row, column }: Place): Cursor => ({ row, column, from: cursor.from })

export const blockOf = ({ row, column, from }: Cursor): Block => ({
  top: Math.min(row, from.row),
  bottom: Math.max(row, from.row),
  left: Math.min(column, from.column),
  right: Math.max(column, from.column),
})

export const isBlock = ({ row, column, from }: Cursor) => row !== from.row || column !== from.column

interface Pressed {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Where a key leads; undefined for one that leads nowhere, such as Tab in the last cell of a row. */
export function moved(cursor: Cursor, pressed: Pressed, size: Size): Cursor | undefined {
  const place = step(cursor, pressed, size)
  if (!place) return undefined
  const row = Math.max(0, Math.min(size.rows - 1, place.row))
  const column = Math.max(0, Math.min(size.columns - 1, place.column))
  return pressed.shiftKey && pressed.key !== 'Tab' ? reach(cursor, { row, column }) : at(row, column)
}

function step({ row, column }: Cursor, { key, shiftKey, ctrlKey, metaKey }: Pressed, size: Size): Place | undefined {
  const far = ctrlKey || metaKey
  switch (key) {
    case 'ArrowDown':
      return { row: far ? size.rows - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: far ? 0 : row - 1, column }
    case 'ArrowRight':
      return { row, column: far ? size.columns - 1 : column + 1 }
    case 'ArrowLeft':
      return { row, column: far ? 0 : column - 1 }
    case 'PageDown':
      return { row: row + size.page, column }
    case 'PageUp':
      return { row: row - size.page, column }
    case 'Home':
      return { row: far ? 0 : row, column: 0 }
    case 'End':
      return { row: far ? size.rows - 1 : row, column: size.columns - 1 }
    case 'Tab': {
      const next = column + (shiftKey ? -1 : 1)
      return next < 0 || next >= size.columns ? undefined : { row, column: next }
    }
    default:
      return undefined
  }
}
