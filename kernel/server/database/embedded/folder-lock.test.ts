import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { claim, lockFolder, whoHolds } from './folder-lock.ts'
import { thisProcess } from './process-mark.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const inUse = (params: object) => expect.objectContaining({ code: 'database.in-use', params })
const plant = (number: number, holder: object | string, age = 0) => {
  const file = join(folder, `lock.${number}`)
  writeFileSync(file, typeof holder === 'string' ? holder : JSON.stringify(holder))
  const then = Date.now() / 1000 - age
  utimesSync(file, then, then)
}
const left = { url: null, released: false }

test('is taken once, by this process too, and again after it was left', () => {
  const lock = lockFolder(folder)
  expect(whoHolds(folder)).toEqual({ pid: process.pid, url: null })
  expect(() => lockFolder(folder)).toThrow(inUse({ pid: process.pid, url: null }))
  lock.announce('http://127.0.0.1:3000')
  expect(() => lockFolder(folder)).toThrow(inUse({ pid: process.pid, url: 'http://127.0.0.1:3000' }))
  lock.release()
  expect(whoHolds(folder)).toBeUndefined()
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual(['lock.2'])
})

test('nobody holds a folder that does not exist', () => expect(whoHolds(join(folder, 'none'))).toBeUndefined())

test('is taken over from a process that was killed', async () => {
  const child = await startChild()
  expect(await order(child, 'take')).toEqual({ won: true })
  expect(() => lockFolder(folder)).toThrow(inUse({ pid: child.pid, url: null }))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(whoHolds(folder)).toBeUndefined()
  lockFolder(folder).release()
})

test('is taken over when another process has the number of the dead one', () => {
  plant(7, { ...thisProcess(), ...left, started: '1' })
  lockFolder(folder).release()
  expect(readdirSync(folder)).toEqual(['lock.8'])
})

test('who claims a number that was already given, used and removed comes too late', () => {
  plant(5, { ...thisProcess(), ...left })
  expect(() => claim(folder, 4, { ...thisProcess(), ...left })).toThrow(inUse({ pid: process.pid, url: null }))
  expect(readdirSync(folder)).toEqual(['lock.5'])
})

test('of another machine it is held for as long as it is touched', () => {
  const elsewhere = { ...thisProcess(), ...left, machine: 'another' }
  plant(1, elsewhere, 10)
  expect(() => lockFolder(folder)).toThrow(inUse({ pid: process.pid, url: null }))
  plant(1, elsewhere, 60)
  lockFolder(folder).release()
})

test('one that is being written at this moment holds; one whose writer died over it does not', () => {
  plant(1, '')
  expect(() => lockFolder(folder)).toThrow(inUse({ pid: null, url: null }))
  plant(1, '{"pid', 60)
  lockFolder(folder).release()
})

test('of ten that take it over at once, one wins', async () => {
  const children = await Promise.all(Array.from({ length: 10 }, startChild))
  for (let round = 1; round <= 20; round++) {
    plant(round * 1000, { ...thisProcess(), ...left, started: '1' })
    const answers = await Promise.all(children.map(child => order(child, 'take')))
    expect(answers.filter(({ won }) => won)).toHaveLength(1)
    await Promise.all(children.map(child => order(child, 'leave')))
  }
})

test('ten that take and leave it as fast as they can never meet inside', async () => {
  const children = await Promise.all(Array.from({ length: 10 }, startChild))
  const answers = await Promise.all(children.map(child => order(child, 'churn', 500)))
  expect(answers.filter(({ wins }) => wins > 0).length).toBeGreaterThan(0)
})

async function startChild() {
  const child = fork(new URL('./folder-lock.child.ts', import.meta.url), [folder], { execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  return child
}

async function order(child: ChildProcess, order: string, times?: number) {
  const over = new AbortController()
  const died = once(child, 'exit', over).then(([code]) => Promise.reject(new Error(`The child ended with ${code}`)))
  const answer = Promise.race([once(child, 'message', over), died])
  child.send({ order, times })
  try {
    const [message] = await answer
    return message
  } finally {
    over.abort()
  }
}
