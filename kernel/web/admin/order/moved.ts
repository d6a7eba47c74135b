/** The list with one of it at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const target = Math.max(0, Math.min(list.length - 1, to))
  const item = list[from]
  if (item === undefined || from === target) return list
  const others = list.toSpliced(from, 1)
  return others.toSpliced(target, 0, item)
}

interface Placed {
  readonly id: string
  readonly place?: unknown
}

/** Which records need another place so that they come in this order: as few as there are. */
export const newPlaces = <R extends Placed>(rows: readonly R[]) =>
  rows.flatMap((row, place) => (Number(row.place) === place ? [] : [{ row, place }]))
