/** A name as it is written with a finger or a pen. */
export interface Drawing {
  /** Points of each stroke one after the other, x and y, in the box. */
  readonly strokes: readonly (readonly number[])[]
}

export const drawingBox = { width: 600, height: 200 } as const
/** Of the strokes together, so many numbers. */
export const mostDrawn = { strokes: 100, numbers: 8000 } as const
