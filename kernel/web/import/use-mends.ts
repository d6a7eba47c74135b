import { useSessionStorage } from '@mantine/hooks'
import type { MendedRow } from './imports.ts'

type Kept = Readonly<Record<number, Readonly<Record<number, string>>>>

export interface Mends {
  readonly rows: readonly MendedRow[]
  of(row: number, column: number): string | undefined
  /** A cell that says again what the file says is none that was mended. */
  set(row: number, column: number, text: string, before: string): void
  forget(): void
}

/** What was mended so far; it outlives a reload. */
export function useMends(id: string): Mends {
  const [kept, keep, forget] = useSessionStorage<Kept>({
    key: `mends ${id}`,
    defaultValue: {},
    getInitialValueInEffect: false,
  })
  return {
    rows: Object.entries(kept).map(([row, cells]) => ({ row: Number(row), cells })),
    of: (row, column) => kept[row]?.[column],
    set: (row, column, text, before) => keep(now => mended(now, row, column, text === before ? undefined : text)),
    forget,
  }
}

export function mended(kept: Kept, row: number, column: number, text: string | undefined): Kept {
  const { [column]: _, ...cells } = kept[row] ?? {}
  const { [row]: __, ...rows } = kept
  const next = text === undefined ? cells : { ...cells, [column]: text }
  return Object.keys(next).length ? { ...rows, [row]: next } : rows
}
