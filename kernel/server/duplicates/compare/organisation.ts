import { fold } from '../../../schema/fold.ts'
import { jaroWinkler } from './jaro-winkler.ts'

// biome-ignore format: lists of words
const legal = new Set(['gmbh', 'mbh', 'ag', 'kg', 'ohg', 'ug', 'gbr', 'se', 'eg', 'ev', 'co', 'cie', 'company', 'ltd', 'limited', 'llc', 'llp', 'lp', 'plc', 'inc', 'incorporated', 'corp', 'corporation', 'sa', 'sas', 'sasu', 'sarl', 'eurl', 'sci', 'snc', 'spa', 'srl', 'sl', 'slu', 'bv', 'nv', 'vof', 'ab', 'as', 'asa', 'oy', 'oyj', 'aps', 'kft', 'zrt', 'sp', 'zoo', 'spzoo', 'sro', 'doo', 'pty', 'pte', 'kk', 'ltda', 'the', 'and', 'und', 'et', 'group', 'holding', 'international'])

/** The words of a company's name without what the law adds to it. */
export function readOrganisation(text: string): string {
  const words = fold(text.replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const told = words.filter(word => !legal.has(word))
  return (told.length ? told : words).join(' ')
}

export function likeOrganisations(a: string, b: string): number {
  if (a === b) return 1
  const [x, y] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')]
  if (x === y) return 0.98
  const like = jaroWinkler(x, y)
  const [short, long] = [a.split(' '), b.split(' ')].sort((one, other) => one.length - other.length)
  const within =
    short && long && short.length < long.length && short.join('').length > 4 && short.every(word => long.includes(word))
  return Math.max(like >= 0.9 ? like : 0, within ? 0.9 : 0)
}

/** How it begins and how it ends: a typo spares one of the two. */
export function organisationKeys(name: string): readonly string[] {
  const whole = name.replaceAll(' ', '')
  return [`${whole.slice(0, 5)}<`, `>${whole.slice(-7)}`]
}
