import { randomFillSync } from 'node:crypto'

let last = 0
let within = 0
const pool = Buffer.alloc(8 * 256)
let used = pool.length

/** UUID version 7: ordered by time, and within a millisecond by a counter, so that indexes grow at their end. */
export function newId(now = Date.now()): string {
  within = now > last ? 0 : within + 1
  last = Math.max(now, last) + (within > 0xfff ? 1 : 0)
  if (within > 0xfff) within = 0
  const time = last.toString(16).padStart(12, '0')
  const tail = randomTail()
  return `${time.slice(0, 8)}-${time.slice(8)}-7${within.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

/** Asking for chance has a price of its own, so it is asked for many at once. */
function randomTail() {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  pool[used] = ((pool[used] as number) & 0x3f) | 0x80
  used += 8
  return pool.toString('hex', used - 8, used)
}
