import { afterAll, beforeAll, expect, it } from 'vitest'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'

let test: TestServer
let olga: Person
let paul: Person
beforeAll(async () => {
  test = await testServer(await testKernel())
  olga = await test.person('Olga', [ownerRole])
  paul = await test.person('Paul', [ownerRole])
})
afterAll(() => test.close())

const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
  'hex',
)

async function upload(person: Person, name: string, content: Buffer) {
  const boundary = 'xxboundaryxx'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { authorization: `Bearer ${person.id}`, 'content-type': `multipart/form-data; boundary=${boundary}` }
  const reply = await test.server.inject({ method: 'POST', url: '/api/files', headers, payload })
  return { status: reply.statusCode, body: reply.json() }
}

it('keeps an upload, attaches it to a record, and serves it by the link that comes with the record', async () => {
  const { status, body: file } = await upload(olga, 'Ada.png', png)
  expect([status, file]).toMatchObject([201, { name: 'Ada.png', type: 'image/png', size: png.length }])
  const { body: contact } = await test.as(olga).post('/api/contacts', { last_name: 'Lovelace', picture: file.id })
  const read = await test.as(paul).get(`/api/contacts/${contact.id}?include=picture`)
  const { url } = read.body.included.file[file.id]
  const served = await test.server.inject({ url })
  expect(served.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' })
  expect(served.rawPayload).toEqual(png)
  const part = await test.server.inject({ url, headers: { range: 'bytes=1-3' } })
  expect([part.statusCode, part.rawPayload.toString()]).toEqual([206, 'PNG'])
})

it('attaches only what this person uploaded, and what the field welcomes', async () => {
  const { body: file } = await upload(olga, 'Ada.png', png)
  expect(await test.as(paul).post('/api/contacts', { last_name: 'X', picture: file.id })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'picture', code: 'ref-missing' }] },
  })
  const { body: page } = await upload(olga, 'evil.png', Buffer.from('<html><script>alert(1)</script>'))
  expect(await test.as(olga).post('/api/contacts', { last_name: 'X', picture: page.id })).toMatchObject({
    status: 422,
    body: { fields: [{ field: 'picture', code: 'file.type-not-accepted' }] },
  })
})

it('serves nothing without a link of its own', async () => {
  const { body: file } = await upload(olga, 'Ada.png', png)
  expect((await test.server.inject({ url: `/api/files/${file.id}` })).statusCode).toBeGreaterThanOrEqual(400)
  expect((await test.as(paul).get(`/api/files/${file.id}`)).status).toBeGreaterThanOrEqual(400)
  expect(
    (await test.server.inject({ url: file.url.replace(/signature=./, 'signature=_') })).statusCode,
  ).toBeGreaterThanOrEqual(400)
})
