import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contact } from '#modules/crm/contact.ts'
import { parts } from '#modules/parts.ts'
import { note } from '#modules/work/note.ts'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, testServer } from '../../../tests/server.ts'
import { customField, user } from '../../objects/index.ts'
import type { Kernel } from '../kernel.ts'
import { createRecords } from '../records/edge.ts'
import { allTables, sqlFunctions } from '../schema.ts'
import { openSecrets } from '../secrets/secrets.ts'
import { migrate } from '../tables/migrate.ts'
import { buildModels, type CustomFields } from '../tables/model.ts'
import { unpack } from './archive.ts'
import { backup } from './backup.ts'
import { backupEndpoints } from './endpoints.ts'
import { customFieldsOf, restore } from './restore.ts'

let from: Kernel
let to: Kernel
let folder: string
const quiet = () => {}
beforeAll(async () => {
  from = await testKernel()
  to = await testKernel()
  folder = await mkdtemp(join(tmpdir(), 'rapport-backup-'))
})
afterAll(async () => {
  for (const kernel of [from, to]) {
    await kernel.close()
    await kernel.database.close()
  }
  await rm(folder, { recursive: true })
})

const restoreInto = async (kernel: Kernel, path: string) => {
  const custom: CustomFields = await customFieldsOf(path)
  const tables = allTables(buildModels(parts.objects, custom), parts.tables)
  const build = async () =>
    void (await migrate({
      database: kernel.database,
      tables,
      functions: sqlFunctions,
      folder: 'db/migrations',
      now: new Date(),
    }))
  await build()
  await restore(
    { database: kernel.database, store: kernel.store, secrets: kernel.secrets, tables, migrate: build },
    path,
    quiet,
  )
}

it('goes into an empty place and comes out with the same checksums', async () => {
  await asSystem(from, ctx =>
    ctx.create(customField, [
      { object: 'contact', name: 'c_shoe_size', label: 'Shoe size', type: 'number' },
      { object: 'contact', name: 'c_hidden', label: 'Hidden', type: 'money', hidden: true },
    ]),
  )
  await asSystem(from, async ctx => {
    const rows = await createRecords(
      ctx,
      ctx.models.get('contact'),
      Array.from({ length: 30 }, (_, at) => ({
        last_name: `Ünïcode "${at}" \\ \n😀`,
        email: `p${at}@example.org`,
        c_shoe_size: at,
      })),
    )
    await ctx.create(
      note,
      rows.map(row => ({ body: '<p>Hello</p>', about: [{ object: 'contact', id: row.id }] })),
    )
    await ctx.remove(contact, await ctx.find(contact, { email: 'p7@example.org' }))
  })
  await from.store.put(Readable.from([Buffer.from('a file')]), { maxBytes: 100 })

  const first = await backup(from, join(folder, 'first'), quiet)
  await restoreInto(to, join(folder, 'first'))
  await to.readModels()
  const second = await backup(to, join(folder, 'second'), quiet)

  expect(second.tables).toEqual(first.tables)
  expect(second.files).toBe(1)
  expect(first.tables.contacts?.rows).toBe(30)
  const [found] = await asSystem(to, ctx => ctx.find(contact, { email: 'p9@example.org' }))
  expect(found).toMatchObject({ c_shoe_size: 9 })
  await asSystem(to, ctx => ctx.create(contact, [{ last_name: 'After', email: 'after@example.org' }]))
})

it('is downloaded as one file, by whoever may do everything, and goes back as it was', async () => {
  const server = await testServer(from, backupEndpoints)
  const owner = await server.person('Maya', [ownerRole])
  const address = await server.server.listen({ port: 0, host: '127.0.0.1' })
  const ask = (id: string, more = {}) =>
    fetch(`${address}/api/backups/new`, { headers: { authorization: `Bearer ${id}`, ...more } })
  const nobody = await server.person('Bo', [{ ...ownerRole, everything: false }])
  expect((await ask(nobody.id)).status).toBe(403)
  expect((await ask(owner.id, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)

  const answer = await ask(owner.id)
  expect(answer.headers.get('content-disposition')).toMatch(/attachment; filename="rapport-[\d-]+T\d+\.tar"/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const unpacked = join(folder, 'downloaded')
  await unpack(inPieces(bytes, 1000), unpacked)
  const fresh = await testKernel()
  await restoreInto(fresh, unpacked)
  await fresh.readModels()
  const [found] = await asSystem(fresh, ctx => ctx.find(contact, { email: 'p9@example.org' }))
  expect(found).toMatchObject({ c_shoe_size: 9 })
  const again = await backup(fresh, join(folder, 'again'), quiet)
  expect(again.tables.contacts).toMatchObject({ rows: 30 })
  expect(again.files).toBe(1)
  expect(JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8')).tables).toEqual(again.tables)
  await fresh.close()
  await fresh.database.close()

  const { body } = await server.as(owner).get('/api/backups')
  expect(body.rows).toMatchObject([{ actor_id: owner.id, files: 1, bytes: expect.any(Number), source: 'api' }])
  expect(body.rows[0].bytes).toBeGreaterThan(bytes.length / 8)
  expect(body.rows[0].bytes).toBeLessThanOrEqual(bytes.length)
  expect((await readdir(tmpdir())).filter(name => name.startsWith(`rapport-backup-${process.pid}-`))).toEqual([])
  await expect(unpack(inPieces(bytes.subarray(0, -2000), 1000), join(folder, 'cut'))).rejects.toMatchObject({
    code: 'backup.file-damaged',
  })
  const evil = Buffer.from(bytes)
  evil.write('../../evil\0', 0)
  await expect(unpack(inPieces(evil, 1000), join(folder, 'evil'))).rejects.toMatchObject({
    code: 'backup.file-damaged',
  })
  await server.server.close()
})

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

it('refuses a folder that is not empty, one without a manifest, another key, and a database that is not empty', async () => {
  await expect(backup(from, join(folder, 'first'), quiet)).rejects.toMatchObject({ code: 'backup.not-empty' })
  const parts = { store: to.store, tables: [], migrate: async () => {} }
  const into = (path: string, key: Kernel) =>
    restore({ ...parts, database: key.database, secrets: key.secrets }, path, quiet)
  await expect(into(folder, to)).rejects.toMatchObject({ code: 'backup.no-manifest' })
  const other = { ...to, database: to.database, secrets: openSecrets('quite another key for these tests!') }
  await expect(into(join(folder, 'first'), other)).rejects.toMatchObject({ code: 'backup.other-key' })
  await asSystem(to, ctx => ctx.create(user, [{ name: 'Ada', email: 'ada@example.org' }]))
  await expect(into(join(folder, 'first'), to)).rejects.toMatchObject({ code: 'backup.database-not-empty' })
})
