import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database, Db } from '../database/database.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { planTables } from '../tables/plan.ts'
import { diskStore } from './disk-store.ts'
import type { Entry } from './file-store.ts'
import { files, type SaveOptions, saveFile } from './files.ts'
import { checkFileUrl, signedFileUrl } from './signed-url.ts'
import { sweepFiles } from './sweep.ts'

let database: Database
let db: Db
beforeAll(async () => {
  database = await testDatabase({
    hash: 'files-1',
    async prepare(empty) {
      for (const step of planTables([files], { tables: new Map() }).steps) await sql.raw(step.sql).execute(empty.db)
    },
  })
  db = database.db
})
afterAll(() => database.close())

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-files-'))
  await db.deleteFrom('files').execute()
})
afterEach(() => rmSync(folder, { recursive: true }))

const actorId = randomUUID()
const saving = () => ({ db, store: diskStore(folder), actorId, now: '2026-05-01T10:00:00.000Z', newId: randomUUID })
const save = (content: string | Buffer, options: Partial<SaveOptions> = {}) =>
  saveFile(saving(), Readable.from([Buffer.from(content)]), { name: 'a.txt', maxBytes: 1_000_000, ...options })
const stored = async () => {
  const entries: Entry[] = []
  for await (const entry of diskStore(folder).entries()) entries.push(entry)
  return entries
}
const rows = () => db.selectFrom('files').select(['id', 'sha256', 'name', 'type', 'size', 'created_by']).execute()

test('a file is kept with a row that says what it is', async () => {
  const row = await save('hello', { name: '../evil\u202e/re:port.png' })
  expect(row).toMatchObject({ name: 're_port.png', type: 'text/plain', size: 5, created_by: actorId })
  const { id, sha256, name, type, size, created_by } = row
  expect(await rows()).toEqual([{ id, sha256, name, type, size, created_by }])
  expect(await text(await diskStore(folder).open(row.sha256))).toBe('hello')
})

test('a long file is as it came', async () => {
  const content = Buffer.alloc(100_000, 'abc')
  const chunks = [content.subarray(0, 5), content.subarray(5, 9_000), content.subarray(9_000)]
  const row = await saveFile(saving(), Readable.from(chunks), { name: 'a', maxBytes: 100_000 })
  expect(row.size).toBe(100_000)
  expect(await text(await diskStore(folder).open(row.sha256))).toBe(content.toString())
})

test('what is not accepted is judged by its bytes, and no more of it is read', async () => {
  const source = Readable.from([Buffer.from('<svg onload=x>'.padEnd(9_000)), Buffer.from('more')])
  const options = { name: 'photo.png', accept: ['image/png', 'image/jpeg'], maxBytes: 1_000_000 }
  await expect(saveFile(saving(), source, options)).rejects.toMatchObject({
    code: 'file.type-not-accepted',
    params: { type: 'image/svg+xml', accept: 'image/png, image/jpeg' },
  })
  expect(source.destroyed).toBe(true)
  expect([await rows(), await stored()]).toEqual([[], []])
  expect((await save('\x89PNG\r\n\x1a\n', { accept: ['image/*'] }).catch(error => error)).code).toBe(
    'file.type-not-accepted',
  )
  const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  expect((await save(png, { accept: ['image/*'], name: 'x.html' })).type).toBe('image/png')
})

test('what is too large leaves neither row nor content', async () => {
  await expect(save('x'.repeat(100), { maxBytes: 99 })).rejects.toMatchObject({
    code: 'file.too-large',
    params: { max: 99 },
  })
  expect([await rows(), await stored()]).toEqual([[], []])
})

test('the sweep removes what no row names, once it is a day old', async () => {
  const [named, removed, young] = [await save('named'), await save('removed'), await save('young')]
  for (const { sha256 } of [named, removed]) age(sha256, '2026-05-01T00:00:00Z')
  age(young.sha256, '2026-05-02T11:00:00Z')
  await db.deleteFrom('files').where('id', 'in', [removed.id, young.id]).execute()
  const now = new Date('2026-05-02T12:00:00Z')
  expect(await sweepFiles(db, diskStore(folder), now)).toBe(1)
  expect((await stored()).map(({ sha256 }) => sha256).sort()).toEqual([named.sha256, young.sha256].sort())
  expect(await sweepFiles(db, diskStore(folder), now)).toBe(0)
})

test('the sweep leaves content alone that comes again while it looks', async () => {
  const old = await save('again')
  age(old.sha256, '2026-05-01T00:00:00Z')
  await db.deleteFrom('files').execute()
  const store = diskStore(folder)
  async function* thenSavedAgain() {
    const entries = await stored()
    await store.put(Readable.from([Buffer.from('again')]), { maxBytes: 100 })
    yield* entries
  }
  const now = new Date('2026-05-03T00:00:00Z')
  expect(await sweepFiles(db, { ...store, entries: thenSavedAgain }, now)).toBe(0)
  expect(await stored()).toHaveLength(1)
})

test('content that the sweep took is not named by a row', async () => {
  const store = diskStore(folder)
  const swept = {
    ...store,
    async put(...given: Parameters<typeof store.put>) {
      const kept = await store.put(...given)
      await store.remove(kept.sha256)
      return kept
    },
  }
  const lost = saveFile({ ...saving(), store: swept }, Readable.from([Buffer.from('x')]), { name: 'x', maxBytes: 9 })
  await expect(lost).rejects.toMatchObject({ code: 'file.lost', kind: 'broken' })
  expect(await rows()).toEqual([])
})

test('a link opens its file until it expires, and no other', () => {
  const secrets = openSecrets('a key of 32 characters or more, say')
  const expires = new Date('2026-05-01T12:00:00.900Z')
  const url = new URL(signedFileUrl(secrets, 'one', expires), 'http://x')
  expect(url.pathname).toBe('/api/files/one')
  const query = Object.fromEntries(url.searchParams)
  const check = (id: string, asked: object, at: string) => () => checkFileUrl(secrets, id, asked, new Date(at))
  expect(check('one', query, '2026-05-01T11:59:59Z')).not.toThrow()
  expect(check('one', query, '2026-05-01T12:00:00Z')).toThrow(expect.objectContaining({ code: 'file.link-expired' }))
  const wrong = [{}, { ...query, signature: '' }, { ...query, expires: '9999999999' }, { ...query, signature: ['a'] }]
  for (const asked of wrong)
    expect(check('one', asked, '2026-05-01T11:00:00Z')).toThrow(expect.objectContaining({ code: 'file.link-wrong' }))
  expect(check('two', query, '2026-05-01T11:00:00Z')).toThrow(expect.objectContaining({ code: 'file.link-wrong' }))
})

function age(sha256: string, moment: string) {
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  utimesSync(path, new Date(moment), new Date(moment))
}
