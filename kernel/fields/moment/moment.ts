import type { Common } from '../../schema/field.ts'
import { defineFieldType, FieldProblem } from '../../schema/field-type.ts'
import { isDay } from '../date/day.ts'
import { readDay } from '../date/read-day.ts'
import { compareCodePoints } from '../text/text.ts'
import { instantOf, offsetOf, wallOf } from './zone.ts'

declare module '../../schema/field.ts' {
  interface Values {
    /** 'YYYY-MM-DDTHH:mm:ss.sssZ' */
    moment: string
  }
  interface Options {
    moment: Record<never, never>
  }
}

export const moment = <const O extends Common = Record<never, never>>(options?: O) =>
  ({ type: 'moment', ...options }) as { readonly type: 'moment' } & O

const iso = /^(\d{4}-\d\d-\d\d)[Tt ]([01]\d|2[0-3])(:[0-5]\d)(:[0-5]\d)?(\.\d{1,9})?([Zz]|[+-](?:0\d|1[0-5]):?[0-5]\d)$/
const cellTime = /^(.+?)[T ]+(\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?)$/

export const momentType = defineFieldType<'moment'>({
  name: 'moment',
  shape: 'scalar',
  key: 'plain',
  operators: ['gt', 'gte', 'lt', 'lte', 'during', 'empty'],
  sortable: true,
  columns: (field, name) => ({ [name]: { type: 'timestamptz(3)', null: !field.required } }),
  parse(input) {
    const [, day, hour, minute, second = ':00', part = '', zone = 'Z'] = iso.exec(asText(input)) ?? []
    if (day === undefined || !isDay(day)) throw new FieldProblem('not-a-moment')
    const at = Date.parse(`${day}T${hour}${minute}${second}${part.slice(0, 4)}${colon(zone)}`)
    // A day from the ends of the calendar, so that every zone can write it.
    if (!(at >= Date.parse('0001-01-02') && at < Date.parse('9999-12-31'))) throw new FieldProblem('not-a-moment')
    return new Date(at).toISOString()
  },
  fromText(cell, _field, { country, zone }) {
    const text = cell.trim()
    if (iso.test(text) || text.length > 64) return text
    const [, date = text, time = '00:00'] = cellTime.exec(text) ?? []
    const wall = `${readDay(date, country)}T${time.replace(/^\d:/, '0$&')}`
    const at = isDay(wall.slice(0, 10)) && !Number.isNaN(Date.parse(`${wall}Z`)) ? instantOf(wall, zone) : undefined
    return at === undefined ? cell : instant(at)
  },
  toText(value, _field, { zone }) {
    const offset = offsetOf(Date.parse(value), zone) / 60_000
    // Before zones were agreed on, towns differed by seconds, which no offset can say.
    if (!Number.isInteger(offset)) return value
    const part = value.slice(19, 23).replace('.000', '')
    return `${wallOf(Date.parse(value), zone).replace('T', ' ')}${part}${writeOffset(offset)}`
  },
  compare: compareCodePoints,
  json: () => ({ type: 'string', format: 'date-time' }),
})

const asText = (input: unknown) => (typeof input === 'string' ? input : '')
const colon = (zone: string) => zone.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')
const instant = (at: number) => new Date(at).toISOString()

function writeOffset(minutes: number) {
  const pair = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return (minutes < 0 ? '-' : '+') + pair.map(part => String(part).padStart(2, '0')).join(':')
}
