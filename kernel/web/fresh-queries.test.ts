import { expect, test } from 'vitest'
import { FreshQueries } from './fresh-queries.ts'

test('what is asked for while something is written is asked again, and who waits gets the new answer', async () => {
  const queries = new FreshQueries()
  const asked: PromiseWithResolvers<string>[] = []
  const queryFn = () => {
    const answer = Promise.withResolvers<string>()
    asked.push(answer)
    return answer.promise
  }
  const waiting = queries.fetchQuery({ queryKey: ['story', 1], queryFn })
  await expect.poll(() => asked.length).toBe(1)
  const written = queries.invalidateQueries({ queryKey: ['story'] })
  await expect.poll(() => asked.length).toBe(2)
  asked[0]?.resolve('before')
  asked[1]?.resolve('after')
  await written
  expect(await waiting).toBe('after')
  expect(queries.getQueryData(['story', 1])).toBe('after')
})

test('what nobody wrote about is left alone', async () => {
  const queries = new FreshQueries()
  const answer = Promise.withResolvers<string>()
  let times = 0
  const queryFn = () => {
    times++
    return answer.promise
  }
  const waiting = queries.fetchQuery({ queryKey: ['story', 2], queryFn })
  await queries.invalidateQueries({ queryKey: ['list'] })
  answer.resolve('it')
  expect(await waiting).toBe('it')
  expect(times).toBe(1)
})
