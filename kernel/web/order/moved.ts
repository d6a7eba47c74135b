/** The list with one of it at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const target = Math.max(0, Math.min(list.length - 1, to))
  const item = list[from]
  if (item === undefined || from === target) return list
  const others = list.toSpliced(from, 1)
  return others.toSpliced(target, 0, item)
}

/** The places that put records in this order; of all of them, whatever the page believes they have. */
export const placesOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }, place) => ({ id, place }))
