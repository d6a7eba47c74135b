import { expect, test } from 'vitest'
import { Hearers } from './hearers.ts'

test('one that throws disturbs neither who tells nor the others', async () => {
  const reports: Error[] = []
  const hearers = new Hearers(error => reports.push(error))
  const heard = new Promise(resolve => {
    hearers.add('things', () => {
      throw new Error('deaf')
    })
    hearers.add('things', resolve)
  })
  hearers.tell('things', 'news')
  expect(reports).toEqual([])
  expect(await heard).toBe('news')
  expect(reports).toEqual([new Error('deaf')])
})

test('a channel is left when its last hearer is', () => {
  const hearers = new Hearers(() => {})
  const [one, two] = [() => {}, () => {}]
  hearers.add('things', one)
  hearers.add('things', two)
  expect(hearers.remove('things', one)).toBe(false)
  expect(hearers.channels).toEqual(['things'])
  expect(hearers.remove('things', two)).toBe(true)
  expect(hearers.channels).toEqual([])
})
