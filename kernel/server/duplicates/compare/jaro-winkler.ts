/** How alike two words are, from 0 to 1: letters they share in about the same place, the first ones counting more. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0) return 0
  const reach = Math.max(0, Math.floor(long.length / 2) - 1)
  const taken = new Uint8Array(long.length)
  let matched = ''
  for (let at = 0; at < short.length; at++) {
    const end = Math.min(long.length, at + reach + 1)
    for (let other = Math.max(0, at - reach); other < end; other++)
      if (taken[other] === 0 && short[at] === long[other]) {
        taken[other] = 1
        matched += short[at]
        break
      }
  }
  if (matched.length === 0) return 0
  let moved = 0
  for (let at = 0, other = 0; at < long.length; at++) if (taken[at] === 1 && long[at] !== matched[other++]) moved++
  const share = matched.length
  const jaro = (share / short.length + share / long.length + (share - moved / 2) / share) / 3
  let prefix = 0
  while (prefix < 4 && prefix < short.length && short[prefix] === long[prefix]) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}
