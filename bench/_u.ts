import { startChild } from './child.ts'
import { load, openLine } from './load.ts'
import { postgresPlace } from './place.ts'
import { narrow, through, wide } from './people.ts'
const size = Number(process.argv[2])
const place = await postgresPlace(process.env.DATABASE_URL_TEST ?? '', { contacts: size, companies: size / 20 })
const ours = await startChild(['bench/ours.ts'], place.environment('ours'))
const floor = await startChild(['bench/floor.ts'], place.environment('floor'))
console.log(ours.started, floor.started)
for (const who of [narrow, wide, through]) {
  const where = encodeURIComponent('{"status":"lead"}')
  const a = JSON.parse(await (await openLine(ours.base, who.token)).ask({ path: `/api/contacts?where=${where}&sort=last_name&limit=50` }))
  const b = JSON.parse(await (await openLine(floor.base, who.token)).ask({ path: '/list?status=lead' }))
  console.log(a.rows.length, JSON.stringify(a.rows[0]), '\n', b.rows.length, JSON.stringify(b.rows[0]))
  for (const connections of [1, 16]) {
    const common = { token: who.token, connections, milliseconds: 1500 }
    for (let i = 0; i < 2; i++) {
    const o = await load({ ...common, base: ours.base, ask: () => ({ path: `/api/contacts?where=${where}&sort=last_name&limit=50` }) })
    const f = await load({ ...common, base: floor.base, ask: () => ({ path: '/list?status=lead' }) })
    console.log(who.name, connections, o, f, o.perSecond / f.perSecond)
    }
  }
}
await ours.stop(); await floor.stop()
process.exit(0)
