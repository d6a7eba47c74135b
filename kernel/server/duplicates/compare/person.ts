import { fold } from '../../../schema/fold.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { givenName } from './nicknames.ts'

/** The words of a name, folded; which of them is the first and which the last name is not trusted. */
export type Person = readonly string[]

// biome-ignore format: lists of words
const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau', 'mme', 'mlle', 'monsieur', 'madame', 'sr', 'sra', 'ing', 'mag', 'dipl', 'phd', 'mba', 'jr'])

export function readPerson(texts: readonly string[]): Person {
  const words = fold(texts.join(' ')).split(/[^\p{L}\p{N}]+/u)
  return [...new Set(words.filter(word => word !== '' && !titles.has(word)))].slice(0, 6)
}

/** The best way to lay the words of one name on those of the other, in any order. */
export function likePersons(a: Person, b: Person): number {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return 0
  const free = [...many]
  let sum = 0
  for (const word of few) {
    let best = 0
    let at = -1
    for (const [place, other] of free.entries()) {
      const like = likeWords(word, other)
      if (like > best) [best, at] = [like, place]
    }
    if (at >= 0) free.splice(at, 1)
    sum += best
  }
  const like = sum / few.length
  // One word of a name says less than all of it; a second given name says little.
  if (few.length === 1 && many.length > 1) return like * 0.8
  return like * (1 - 0.03 * (many.length - few.length))
}

function likeWords(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 0.85 : 0
  if (givenName(a) === givenName(b)) return 0.95
  const like = jaroWinkler(a, b)
  if (like >= 0.86) return like
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (isOneApart(short, long)) return 0.87
  return short.length >= 3 && long.startsWith(short) ? 0.88 : 0
}

/** One letter more, another one, or two neighbours in each other's place. */
function isOneApart(short: string, long: string): boolean {
  if (short.length < 3 || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}

/** By which the same person is looked for: each word as it sounds. */
export const personKeys = (words: Person): readonly string[] => [
  ...new Set(words.map(word => soundOf(givenName(word)))),
]

/** The first letter and the consonants behind it, those that sound alike as one. */
export function soundOf(word: string): string {
  const rest = word.slice(1).replace(/[aeiouyhw]/g, '')
  const sounds = rest
    .replace(/[ckqgjx]/g, 'k')
    .replace(/[sz]/g, 's')
    .replace(/[dt]/g, 't')
    .replace(/[bp]/g, 'p')
    .replace(/[fv]/g, 'f')
    .replace(/[mn]/g, 'n')
  return `${word[0]}${sounds.replace(/(.)\1+/g, '$1')}`.slice(0, 4)
}
