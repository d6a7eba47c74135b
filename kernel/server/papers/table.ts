// A table that goes on over pages, with its head on each of them.

import { setImmediate as breath } from 'node:timers/promises'
import { inks, type Paper } from './paper.ts'

export interface Column {
  readonly label: string
  /** Of the paper, in hundredths; the rest is for the one without. */
  readonly width?: number
  readonly align?: 'left' | 'right'
}

export interface Cell {
  readonly text: string
  /** Small, below it. */
  readonly note?: string
}

const [size, noteSize, padding] = [9.5, 8, 7]

export async function drawTable(paper: Paper, columns: readonly Column[], rows: readonly (readonly Cell[])[]) {
  const boxes = placed(paper, columns)
  const head = () => drawHead(paper, columns, boxes)
  const first = rows[0]
  paper.need(30 + (first ? heightOf(paper, boxes, first) : 0))
  head()
  for (const [at, row] of rows.entries()) {
    // A long table takes a while, in which others want to be answered.
    if (at % 8 === 7) await breath()
    const height = heightOf(paper, boxes, row)
    if (paper.need(height)) head()
    drawRow(paper, columns, boxes, row, height)
  }
}

interface Place {
  readonly x: number
  readonly width: number
}
const gutter = 10

function placed({ left, width }: Paper, columns: readonly Column[]): Place[] {
  const named = columns.reduce((sum, column) => sum + (column.width ?? 0), 0)
  let x = left
  return columns.map(column => {
    const whole = ((column.width ?? 100 - named) / 100) * width
    const place = { x, width: whole - gutter }
    x += whole
    return column.align === 'right' ? { ...place, x: place.x + gutter } : place
  })
}

function drawHead({ pen, left, width, write }: Paper, columns: readonly Column[], boxes: readonly Place[]) {
  const y = pen.y
  columns.forEach(({ label, align = 'left' }, at) => {
    write(label, { size: noteSize, ink: inks.quiet, align, box: { ...boxes[at], y } })
  })
  pen.y = y + 18
  pen
    .moveTo(left, pen.y)
    .lineTo(left + width, pen.y)
    .lineWidth(0.8)
    .strokeColor(inks.text)
    .stroke()
}

function drawRow(
  { pen, left, width, write }: Paper,
  columns: readonly Column[],
  boxes: readonly Place[],
  row: readonly Cell[],
  height: number,
) {
  const y = pen.y
  row.forEach(({ text, note }, at) => {
    const align = columns[at]?.align ?? 'left'
    write(text, { size, align, box: { ...boxes[at], y: y + padding } })
    if (note) write(note, { size: noteSize, ink: inks.quiet, align, box: { ...boxes[at] } })
  })
  pen.y = y + height
  pen
    .moveTo(left, pen.y)
    .lineTo(left + width, pen.y)
    .lineWidth(0.5)
    .strokeColor(inks.line)
    .stroke()
}

function heightOf({ pen }: Paper, boxes: readonly Place[], row: readonly Cell[]): number {
  const height = (text: string, of: number, width: number) =>
    pen
      .font('regular')
      .fontSize(of)
      .heightOfString(text, { width, lineGap: of * 0.35 })
  const cells = row.map(({ text, note }, at) => {
    const width = boxes[at]?.width ?? 0
    return height(text, size, width) + (note ? height(note, noteSize, width) : 0)
  })
  return Math.max(...cells) + 2 * padding - size * 0.35
}
