/** Says that the process stops once it was asked so often. */
export function stopAfter(questions: number): AbortSignal {
  let left = questions
  return {
    throwIfAborted() {
      left -= 1
      if (left < 0) throw new Error('The process stops.')
    },
  } as AbortSignal
}
