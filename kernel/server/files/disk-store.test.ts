import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Refused } from '../../schema/refused.ts'
import type { Entry, FileStore } from './file-store.ts'
import { openStore } from './open-store.ts'

let folder = ''
let store: FileStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-files-'))
  store = openStore({ filesUrl: pathToFileURL(folder).href, dataDir: '/nowhere' })
})
afterEach(() => rmSync(folder, { recursive: true }))

const limits = { maxBytes: 10_000_000 }
const put = (content: string) => store.put(Readable.from([Buffer.from(content)]), limits)
const paths = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
const nothing = 'f'.repeat(64)

test('content stands under its sum and comes back, whole or in part', async () => {
  const content = Buffer.alloc(3_000_000, 'Rapport ')
  const chunks = Array.from({ length: 30 }, (_, at) => content.subarray(at * 100_000, (at + 1) * 100_000))
  const kept = await store.put(Readable.from(chunks), limits)
  expect(kept).toEqual({ sha256: createHash('sha256').update(content).digest('hex'), size: 3_000_000 })
  expect((await buffer(await store.open(kept.sha256))).equals(content)).toBe(true)
  expect(await text(await store.open(kept.sha256, { start: 8, end: 14 }))).toBe('Rapport')
  expect(await text(await store.open(kept.sha256, { start: 2_999_992 }))).toBe('Rapport ')
  const path = join(folder, kept.sha256.slice(0, 2), kept.sha256.slice(2, 4), kept.sha256)
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(paths()).toHaveLength(1)
})

test('the same content is kept once, also when it comes many times at once', async () => {
  const kept = await Promise.all(Array.from({ length: 8 }, () => put('same')))
  expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(paths()).toHaveLength(1)
})

test('nothing is left of what is too long, and no more is read than that', async () => {
  let given = 0
  async function* endless() {
    for (;;) {
      given += 65_536
      yield Buffer.alloc(65_536)
    }
  }
  await expect(store.put(endless(), { maxBytes: 200_000 })).rejects.toMatchObject({ code: 'file.too-large' })
  expect(given).toBeLessThan(2_000_000)
  expect(paths()).toEqual([])
  expect((await store.put(Readable.from([Buffer.alloc(200_000)]), { maxBytes: 200_000 })).size).toBe(200_000)
})

test('nothing is left of what breaks off', async () => {
  async function* broken() {
    yield Buffer.from('half')
    throw new Error('cut off')
  }
  await expect(store.put(broken(), limits)).rejects.toThrow('cut off')
  expect(paths()).toEqual([])
})

test('what is not there is missing, and no name leads out of the folder', async () => {
  const { sha256 } = await put('x')
  expect(await store.has(sha256)).toBe(true)
  await store.remove(sha256)
  await store.remove(sha256)
  expect(await store.has(sha256)).toBe(false)
  for (const name of [sha256, nothing, '../../../etc/passwd', '']) {
    const opened = store.open(name)
    await expect(opened).rejects.toMatchObject({ code: 'missing', kind: 'missing' })
  }
})

test('entries are listed with their age, which begins anew when they come again', async () => {
  const kept = await put('old')
  await put('other')
  const path = join(folder, kept.sha256.slice(0, 2), kept.sha256.slice(2, 4), kept.sha256)
  const past = new Date('2020-01-01T00:00:00Z')
  utimesSync(path, past, past)
  const entries: Entry[] = []
  for await (const entry of store.entries()) entries.push(entry)
  expect(entries).toHaveLength(2)
  expect(entries).toContainEqual({ ...kept, storedAt: past })
  expect(await store.storedAt(kept.sha256)).toEqual(past)
  await put('old')
  expect((await store.storedAt(kept.sha256))?.getTime()).toBeGreaterThan(past.getTime())
})

test('uploads that were cut off by a crash are dropped once they are old', async () => {
  await put('x')
  const draft = join(folder, 'unfinished', 'left')
  writeFileSync(draft, 'half')
  const past = new Date('2020-01-01T00:00:00Z')
  expect(await store.dropUnfinished(past)).toBe(0)
  utimesSync(draft, past, past)
  expect(await store.dropUnfinished(new Date('2020-01-02T00:00:00Z'))).toBe(1)
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

test('the store stands in the data folder, or where FILES_URL says; others are refused', async () => {
  await openStore({ filesUrl: null, dataDir: folder }).put(Readable.from([Buffer.from('y')]), limits)
  expect(readdirSync(join(folder, 'files'))).toHaveLength(2)
  expect(() => openStore({ filesUrl: 's3://bucket', dataDir: folder })).toThrow(
    expect.objectContaining({ code: 'file.store-unknown', params: { scheme: 's3:' } }) as Refused,
  )
})
