// A spreadsheet runs a cell that begins like a formula. Such a cell leaves with an apostrophe in front, which is
// how a spreadsheet marks text. Plain numbers and phone numbers (-5, +33612345678) are left alone: nothing in them
// can run. A cell that has apostrophes of its own before such a sign gets one more, so that an import, which takes
// one away, always finds what was there.

const sign = '[=+\\-@\\t\\r\\n＝＋－＠]'
const formula = new RegExp(`^'*${sign}`)
const marked = new RegExp(`^'+${sign}`)
const number = /^[+-]?\d+([.,]\d+)?$/

export const guard = (cell: string) => (formula.test(cell) && !number.test(cell) ? `'${cell}` : cell)

/** Takes away exactly what guard added. */
export const unguard = (cell: string) => (cell.charCodeAt(0) === apostrophe && marked.test(cell) ? cell.slice(1) : cell)

const apostrophe = 39
