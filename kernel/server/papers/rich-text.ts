// The few elements that rich text may have (fields/rich_text/sanitise.ts), on paper.

import { unescaped } from '../../fields/rich_text/rich_text.ts'
import { inks, type Paper } from './paper.ts'

interface Run {
  readonly text: string
  readonly face: 'regular' | 'italic' | 'bold'
}
interface Block {
  readonly runs: readonly Run[]
  readonly mark: string
  readonly depth: number
  readonly size: number
}

export function drawRichText({ pen, left, width, need }: Paper, html: string) {
  for (const { runs, mark, depth, size } of blocksOf(html)) {
    const indent = Math.min(depth, deepest) * 14
    const box = { width: width - indent, lineGap: size * 0.4 }
    need(size * 2)
    const y = pen.y
    pen.fontSize(size).fillColor(inks.text)
    if (mark) pen.font('regular').text(mark, left + indent - 14, y, { width: 14, lineGap: box.lineGap })
    runs.forEach(({ text, face }, at) => {
      const options = { ...box, continued: at < runs.length - 1 }
      pen.font(face)
      if (at === 0) pen.text(text, left + indent, y, options)
      else pen.text(text, options)
    })
    pen.y += mark ? 2 : 6
  }
}

/** Further in, there would be no room left for words. */
const deepest = 8

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'li', 'blockquote', 'pre', 'hr'])
const lists = new Set(['ul', 'ol'])
const faceOf: Readonly<Record<string, Run['face']>> = { b: 'bold', strong: 'bold', i: 'italic', em: 'italic' }

export function blocksOf(html: string): Block[] {
  const found: Block[] = []
  const counts: (number | null)[] = []
  let faces: Run['face'][] = []
  let [runs, mark, size]: [Run[], string, number] = [[], '', usual]
  const finish = () => {
    if (runs.some(({ text }) => text.trim())) found.push({ runs, mark, depth: counts.length, size })
    if (runs.length) [runs, mark, size] = [[], '', usual]
  }
  const say = (text: string) =>
    runs.push({ text: breakable(text), face: faces.at(-1) ?? (size > usual ? 'bold' : 'regular') })
  for (const [, end, name = '', text] of html.matchAll(/<(\/?)(\w+)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) {
      if (runs.length || text.trim()) say(unescaped(text))
    } else if (name === 'br') say('\n')
    else if (name in faceOf) faces = end ? faces.slice(0, -1) : [...faces, faceOf[name] ?? 'regular']
    else if (lists.has(name)) {
      finish()
      if (end) counts.pop()
      else counts.push(name === 'ol' ? 0 : null)
    } else if (blocks.has(name)) {
      finish()
      if (!end && /^h[1-4]$/.test(name)) size = headings[name] ?? usual
      if (!end && name === 'li') mark = markOf(counts)
    }
  }
  finish()
  return found
}

/** To find out where a line is full takes long where it may not end for long: there it may end anywhere. */
const breakable = (text: string) => text.replace(/[^ \n]{80}(?=[^ \n])/gu, part => `${part}\u200b`)

const usual = 9.5
const headings: Readonly<Record<string, number>> = { h1: 13, h2: 12, h3: 11, h4: 10 }

function markOf(counts: (number | null)[]): string {
  const count = counts.at(-1)
  if (count === null || count === undefined) return '•'
  counts[counts.length - 1] = count + 1
  return `${count + 1}.`
}
