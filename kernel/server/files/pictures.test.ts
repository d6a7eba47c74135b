import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asSystem, testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type TestServer, testServer } from '../../../tests/server.ts'
import { user } from '../../objects/index.ts'
import type { Role } from '../access/actor.ts'
import type { Kernel } from '../kernel.ts'
import { saveFile } from './files.ts'

let kernel: Kernel
let server: TestServer
beforeAll(async () => {
  kernel = await testKernel()
  server = await testServer(kernel)
})
afterAll(() => server.close())

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

async function withPicture(id: string) {
  const { id: picture } = await saveFile(
    {
      db: kernel.database.db,
      store: kernel.store,
      actorId: id,
      now: kernel.clock().toISOString(),
      newId: kernel.newId,
    },
    Readable.from([png]),
    { name: 'me.png', maxBytes: 1000 },
  )
  await asSystem(kernel, async ctx =>
    ctx.update(user, await ctx.byIds(user, [id as never]), { picture: picture as never }),
  )
}

test('colleagues have pictures, by links that open and stay the same, for whoever may see them', async () => {
  const maya = await server.person('Maya', [ownerRole])
  const tom = await server.person('Tom', [ownerRole])
  await withPicture(tom.id)
  const ask = async () => (await server.as(maya).get('/api/pictures')).body.rows
  const rows = await ask()
  expect(rows).toEqual([{ id: tom.id, url: expect.stringMatching(/^\/api\/files\/.+signature=/) }])
  expect(await ask()).toEqual(rows)
  const opened = await server.server.inject({ method: 'GET', url: rows[0].url })
  expect(opened.statusCode).toBe(200)
  expect(opened.headers['content-type']).toBe('image/png')

  const seeing = (masks: Role['masks'], scope: 'everybody' | 'own'): Role => ({
    id: 'r',
    name: 'r',
    everything: false,
    grants: { user: { read: scope } },
    masks,
  })
  const asked = async (name: string, role: Role) =>
    (await server.as(await server.person(name, [role])).get('/api/pictures')).body.rows
  expect(await asked('Bo', seeing({}, 'everybody'))).toHaveLength(1)
  expect(await asked('Cy', seeing({}, 'own'))).toEqual([])
  expect(await asked('Di', seeing({ user: { picture: 'hidden' } }, 'everybody'))).toEqual([])
})
