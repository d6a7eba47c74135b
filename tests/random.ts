// Chance that is the same in every run: a seed gives the same values again.

export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  whole(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** Some of a list, in its order. */
  some<T>(list: readonly T[]): T[]
  yes(chance?: number): boolean
}

export function seeded(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    pick: list => list[whole(0, list.length - 1)] as (typeof list)[number],
    some: list => list.filter(() => next() < 0.5),
    yes: (chance = 0.5) => next() < chance,
  }
}
