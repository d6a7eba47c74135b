import { invalidField } from '#kernel/schema/refused.ts'
import type { Drawing } from './tables.ts'

export const drawingBox = { width: 600, height: 200 } as const
const most = { strokes: 100, numbers: 8000 } as const

/** From outside: points in the box and nothing else. A drawing of nothing is none. */
export function readDrawing(given: Readonly<Record<string, unknown>> | null): Drawing | null {
  if (given === null) return null
  const { strokes, ...more } = given
  if (Object.keys(more).length || !Array.isArray(strokes) || !strokes.every(isStroke)) throw unreadable()
  if (strokes.length > most.strokes || strokes.flat().length > most.numbers) throw unreadable()
  return strokes.length === 0 ? null : { strokes }
}

const isStroke = (stroke: unknown): stroke is number[] =>
  Array.isArray(stroke) &&
  stroke.length >= 2 &&
  stroke.length % 2 === 0 &&
  stroke.every(
    (value, at) => Number.isInteger(value) && value >= 0 && value <= (at % 2 ? drawingBox.height : drawingBox.width),
  )

const unreadable = () => invalidField('drawing', 'quote.drawing-unreadable')
