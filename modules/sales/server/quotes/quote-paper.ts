// A quote on paper.

import type { Readable } from 'node:stream'
import { inks, openPaper, type Paper, type Style } from '#kernel/server/papers/paper.ts'
import { drawRichText } from '#kernel/server/papers/rich-text.ts'
import { drawTable } from '#kernel/server/papers/table.ts'
import {
  type DocumentWords,
  documentWords,
  filled,
  noteOf,
  type QuoteDocument,
  sumsOf,
  taxesOf,
  type Writer,
  writerOf,
} from '../../document.ts'
import { type Drawing, drawingBox } from '../../drawing.ts'

export interface Accepted {
  readonly name: string
  readonly drawing: Drawing | null
  readonly at: string
  readonly zone: string
  readonly sha256: string
}

interface Making {
  readonly made: Date
  readonly logo: Buffer | null
  readonly accepted: Accepted | null
}

export async function quotePaper(document: QuoteDocument, { made, logo, accepted }: Making): Promise<Readable> {
  const words = documentWords[document.language]
  const write = writerOf(document)
  const paper = openPaper({
    letterhead: { ...document.from, logo },
    title: [document.number ?? words.draft, document.title].join(' · '),
    country: document.country,
    language: document.language,
    made,
  })
  drawOpening(paper, document, words, write)
  if (document.intro) drawRichText(paper, document.intro)
  paper.pen.y += 14
  await drawTable(
    paper,
    [
      { label: words.item },
      { label: words.quantity, width: 14, align: 'right' },
      { label: words.price, width: 17, align: 'right' },
      { label: words.amount, width: 18, align: 'right' },
    ],
    document.lines.map(line => [
      { text: line.name, note: noteOf(line, words, write) },
      { text: [write.number(line.quantity), line.unit].filter(Boolean).join(' ') },
      { text: write.money(line.price) },
      { text: write.money(line.net) },
    ]),
  )
  drawSums(paper, document, words, write)
  if (document.terms) {
    heading(paper, words.terms)
    drawRichText(paper, document.terms)
  }
  if (accepted) drawAccepted(paper, accepted, words, write)
  return paper.end((number, count) => filled(words.page, { number, count }))
}

function drawOpening(
  { pen, left, width, write: say }: Paper,
  { number, title, to, from, issued_on, valid_until }: QuoteDocument,
  words: DocumentWords,
  write: Writer,
) {
  const top = pen.y
  const half = width / 2
  say(words.for, { size: 8, ink: inks.quiet, box: { width: half - 12 }, gap: 2 })
  say([to.person, to.company].filter(Boolean).join('\n') || '–', { size: 10.5, box: { width: half - 12 } })
  const below = pen.y
  const facts = [
    [words.number, number ?? words.draft],
    [words.issued, write.day(issued_on)],
    ...(valid_until ? [[words.valid, write.day(valid_until)]] : []),
  ] as const
  facts.forEach(([label = '', value = ''], at) => {
    const y = top + at * 15
    say(label, { size: 8, ink: inks.quiet, box: { x: left + half, y: y + 1, width: 90 } })
    say(value, { size: 9.5, align: 'right', box: { x: left + half + 90, y, width: half - 90 } })
  })
  pen.y = Math.max(pen.y, below) + 22
  say(`${words.quote} · ${from.by}`, { size: 8, ink: inks.quiet, box: { x: left }, gap: 2 })
  say(title, { face: 'bold', size: 17, box: { x: left }, gap: 8 })
}

function drawSums(paper: Paper, document: QuoteDocument, words: DocumentWords, write: Writer) {
  const sums = sumsOf(document, words)
  const taxes = taxesOf(document, words, write)
  const { pen, left, width } = paper
  paper.need(40 + (sums.length + taxes.length) * 17)
  pen.y += 14
  const columns = [30, 50, 66, 84].map(from => left + (width * from) / 100)
  const ends = [...columns.slice(1), left + width]
  const row = (cells: readonly string[], style: Partial<Style>, last: Partial<Style> = style) => {
    const y = pen.y
    cells.forEach((cell, at) => {
      const x = columns[at] ?? left
      const box = { x, y, width: (ends[at] ?? 0) - x }
      paper.write(cell, { ...(at === 3 ? last : style), align: at === 0 ? 'left' : 'right', box })
    })
    pen.y = y + 17
  }
  row(['', words.net, words.tax, words.total], { size: 8, ink: inks.quiet })
  sums.forEach(({ label, sum }, at) => {
    const amounts = [sum.net, sum.tax, sum.total].map(write.money)
    const isLast = at === sums.length - 1
    row([label, ...amounts], { size: isLast ? 9.5 : 9 }, isLast ? { face: 'bold', size: 11 } : { size: 9 })
  })
  for (const { label, net, tax } of taxes)
    row([label, write.money(net), write.money(tax), ''], { size: 8, ink: inks.quiet })
}

function heading({ pen, left, need, write: say }: Paper, text: string) {
  need(60)
  pen.y += 14
  say(text, { face: 'bold', size: 11, box: { x: left }, gap: 4 })
}

function drawAccepted(
  paper: Paper,
  { name, drawing, at, zone, sha256 }: Accepted,
  words: DocumentWords,
  write: Writer,
) {
  const { pen, left, need, write: say } = paper
  need(150)
  heading(paper, words.accepted)
  if (drawing) drawStrokes(paper, drawing)
  else say(name, { face: 'italic', size: 20, box: { x: left }, gap: 4 })
  pen
    .moveTo(left, pen.y)
    .lineTo(left + 220, pen.y)
    .lineWidth(0.5)
    .strokeColor(inks.line)
    .stroke()
  pen.y += 6
  say(filled(words.signed, { name, moment: write.moment(at, zone) }), { size: 8.5, box: { x: left } })
  say(`SHA-256 ${sha256}`, { size: 6.5, ink: inks.quiet, box: { x: left } })
}

const signed = 180

function drawStrokes({ pen, left }: Paper, { strokes }: Drawing) {
  const scale = signed / drawingBox.width
  const top = pen.y
  pen.lineWidth(1.2).lineCap('round').lineJoin('round').strokeColor(inks.text)
  for (const points of strokes) {
    const at = (index: number) => [left + (points[index] ?? 0) * scale, top + (points[index + 1] ?? 0) * scale] as const
    pen.moveTo(...at(0))
    if (points.length === 2) pen.lineTo(at(0)[0] + 0.1, at(0)[1])
    for (let index = 2; index < points.length; index += 2) pen.lineTo(...at(index))
    pen.stroke()
  }
  pen.y = top + drawingBox.height * scale + 4
}
