// How a value of each type crosses into JavaScript: decided here, once, for every pool of ours.
import pg from 'pg'

type Parse = (text: string) => unknown
type Entry = string | null | Entry[]

const types = pg.types.builtins
const scalars: readonly (readonly [oid: number, arrayOid: number, parse: Parse])[] = [
  [types.INT8, 1016, safeInteger],
  [types.NUMERIC, 1231, asText],
  [types.DATE, 1182, asText],
  [types.TIMESTAMP, 1115, asText],
  [types.TIMESTAMPTZ, 1185, instant],
  [types.INTERVAL, 1187, asText],
  [types.JSON, 199, JSON.parse],
  [types.JSONB, 3807, JSON.parse],
]
const textArrayOid: number = 1009
const textArray: (text: string) => Entry[] = pg.types.getTypeParser(textArrayOid)

const parsers = new Map<number, Parse>(
  scalars.flatMap(([oid, arrayOid, parse]) => [
    [oid, parse],
    [arrayOid, text => textArray(text).map(entry => each(entry, parse))],
  ]),
)

export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format),
}

function each(entry: Entry, parse: Parse): unknown {
  if (Array.isArray(entry)) return entry.map(inner => each(inner, parse))
  return entry === null ? null : parse(entry)
}

function asText(text: string) {
  return text
}

function safeInteger(text: string) {
  const number = Number(text)
  if (Number.isSafeInteger(number)) return number
  throw new RangeError(`${text} is too large for a number: select it as text`)
}

/** '2026-11-21 09:12:30.5+00' → '2026-11-21T09:12:30.500Z', by the text alone: the session's zone is UTC. */
function instant(text: string) {
  if (!text.endsWith('+00') || text[10] !== ' ') return unusualInstant(text)
  const thousandths = text[19] === '.' ? text.slice(20, Math.min(23, text.length - 3)).padEnd(3, '0') : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${thousandths}Z`
}

/** Another zone, a year of five digits, infinity. */
function unusualInstant(text: string) {
  const moment = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}
