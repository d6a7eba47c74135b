// How a number is written: `Q-YYYY-####` is Q-2026-0007. Where the year is in it, each year begins at 1.

import { FieldProblem } from '../../schema/field-type.ts'

/** One row of # for the number, at least as many digits as there are of them. */
export function checkNumberFormat(format: string) {
  if (format.match(/#+/g)?.length !== 1) throw new FieldProblem('number-format')
}

export const periodOf = (format: string, day: string) => (/YY/.test(format) ? day.slice(0, 4) : '')

export const writeNumber = (format: string, day: string, number: number) =>
  format
    .replace(/YYYY/g, day.slice(0, 4))
    .replace(/YY/g, day.slice(2, 4))
    .replace(/#+/, marks => String(number).padStart(marks.length, '0'))
