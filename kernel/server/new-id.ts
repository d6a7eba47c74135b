import { randomBytes } from 'node:crypto'

let last = 0
let within = 0

/** UUID version 7: ordered by time, and within a millisecond by a counter, so that indexes grow at their end. */
export function newId(now = Date.now()): string {
  within = now > last ? 0 : within + 1
  last = Math.max(now, last) + (within > 0xfff ? 1 : 0)
  if (within > 0xfff) within = 0
  const time = last.toString(16).padStart(12, '0')
  const random = randomBytes(8)
  random[0] = ((random[0] as number) & 0x3f) | 0x80
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${within.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
