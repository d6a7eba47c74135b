import { invalidField } from '#kernel/schema/refused.ts'
import { type Drawing, drawingBox, mostDrawn } from '../../drawing.ts'

/** From outside: points in the box and nothing else. A drawing of nothing is none. */
export function readDrawing(given: Readonly<Record<string, unknown>> | null): Drawing | null {
  if (given === null) return null
  const { strokes, ...more } = given
  if (Object.keys(more).length || !Array.isArray(strokes) || !strokes.every(isStroke)) throw unreadable()
  if (strokes.length > mostDrawn.strokes || strokes.flat().length > mostDrawn.numbers) throw unreadable()
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
