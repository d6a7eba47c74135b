// A paper on which the company writes: its letterhead on the first page, its foot and the number on every one. The same
// content is always the same bytes.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import PDFDocument from 'pdfkit'
import { isWholePng } from './whole-png.ts'

export interface Letterhead {
  readonly name: string
  readonly address: string | null
  readonly foot: string | null
  /** PNG or JPEG. */
  readonly logo: Buffer | null
}

interface Options {
  readonly letterhead: Letterhead
  readonly title: string
  /** Of the person who reads it: which sheets lie in their printer. */
  readonly country: string
  readonly language: string
  readonly made: Date
}

/** Where something is put, and how wide it may be. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

export type Pen = PDFKit.PDFDocument

export interface Paper {
  /** For what is drawn freely. */
  readonly pen: Pen
  readonly left: number
  readonly width: number
  /** Begins a page when less than so much is left of this one; answers with whether it did. */
  need(height: number): boolean
  /** Lines of a face; the pen goes below them. */
  write(text: string, options?: Partial<Style>): void
  /** The foot of every page, and the end: what is read from it is the file. */
  end(page: (number: number, count: number) => string): Readable
}

export interface Style {
  readonly face: keyof typeof faces
  readonly size: number
  readonly ink: string
  readonly box: Partial<Box>
  readonly align: 'left' | 'right'
  /** Below it. */
  readonly gap: number
}

export const inks = { text: '#22211f', quiet: '#6b6862', line: '#e2dfd9', accent: '#0b6b7c' } as const

export const faces = {
  regular: '400Regular/Inter_400Regular',
  italic: '400Regular_Italic/Inter_400Regular_Italic',
  bold: '600SemiBold/Inter_600SemiBold',
} as const

const read = createRequire(import.meta.url)
const known = new Map<string, Buffer>()

function fileOf(face: keyof typeof faces): Buffer {
  const file = known.get(face) ?? readFileSync(read.resolve(`@expo-google-fonts/inter/${faces[face]}.ttf`))
  known.set(face, file)
  return file
}

const side = 56
const foot = 92

export function openPaper({ letterhead, title, country, language, made }: Options): Paper {
  const pen = new PDFDocument({
    size: letterSheets.has(country) ? 'LETTER' : 'A4',
    margins: { top: 56, bottom: foot, left: side, right: side },
    bufferPages: true,
    lang: language,
    displayTitle: true,
    font: null as never,
    info: { Title: title, Author: letterhead.name, CreationDate: made, ModDate: made },
  })
  for (const face of Object.keys(faces) as (keyof typeof faces)[]) pen.registerFont(face, fileOf(face))
  const width = pen.page.width - 2 * side
  const write: Paper['write'] = (
    text,
    { face = 'regular', size = 9.5, ink = inks.text, box, align = 'left', gap = 0 } = {},
  ) => {
    pen.font(face).fontSize(size).fillColor(ink)
    const { x = side, y = pen.y, width: wide = width } = box ?? {}
    // Figures under each other are of one width; to set all text so would take ten times as long.
    const figures = align === 'right' ? { features: ['tnum' as const] } : {}
    pen.text(text, x, y, { width: wide, align, lineGap: size * 0.35, ...figures })
    pen.y += gap
  }
  drawHead(pen, width, letterhead, write)
  return {
    pen,
    left: side,
    width,
    write,
    need(height) {
      if (pen.y + height <= pen.page.maxY()) return false
      pen.addPage()
      return true
    },
    end(page) {
      const { start, count } = pen.bufferedPageRange()
      for (let at = start; at < start + count; at++) {
        pen.switchToPage(at)
        drawFoot(pen, width, letterhead.foot, page(at + 1, count), write)
      }
      pen.end()
      return pen
    },
  }
}

const letterSheets = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO'])

/** The logo, or the name in its place, and where the company is. */
function drawHead(pen: Pen, width: number, { name, address, logo }: Letterhead, write: Paper['write']) {
  const top = pen.y
  const half = width / 2 - 12
  if (!logo || !drawLogo(pen, logo, half)) write(name, { face: 'bold', size: 15, box: { width: half, y: top } })
  const below = Math.max(pen.y, top + 24)
  const box = { x: side + width - half, y: top, width: half }
  write([...(logo ? [name] : []), ...(address ? [address] : [])].join('\n') || ' ', {
    size: 8.5,
    ink: inks.quiet,
    align: 'right',
    box,
  })
  pen.y = Math.max(pen.y, below) + 30
}

/** What cannot be read as a picture is left out. */
function drawLogo(pen: Pen, logo: Buffer, width: number): boolean {
  if (logo[0] === png && !isWholePng(logo)) return false
  try {
    pen.image(logo, side, pen.y, { fit: [width, 44] })
    pen.y += 44
    return true
  } catch {
    return false
  }
}

const png = 0x89

function drawFoot(pen: Pen, width: number, text: string | null, page: string, write: Paper['write']) {
  // Below the margin a new page would begin.
  pen.page.margins.bottom = 0
  const y = pen.page.height - foot + 26
  pen
    .moveTo(side, y - 10)
    .lineTo(side + width, y - 10)
    .lineWidth(0.5)
    .strokeColor(inks.line)
    .stroke()
  if (text)
    write(text.split('\n').slice(0, 4).join('\n'), { size: 7.5, ink: inks.quiet, box: { y, width: width - 80 } })
  write(page, { size: 7.5, ink: inks.quiet, align: 'right', box: { x: side + width - 70, y, width: 70 } })
}
