import { expect, test } from 'vitest'
import { testKernel, asSystem } from '../../../tests/kernel.ts'
import { listRecords, countRecords } from '../records/list.ts'
import { includeNames } from '../records/include.ts'
import { systemActor } from '../access/actor.ts'
test('x', async () => {
  const kernel = await testKernel()
  const r = { db: kernel.database.db, models: kernel.models, actor: systemActor(kernel.locale), today: '2026-11-20' }
  const m = kernel.models.get('deal')
  for (const q of [{ limit: 2, sort: '-value,title' }, { limit: 2, sort: '-value,title', columns: ['title','value'] }, { limit: 2, columns: ['title','value'] }, { limit: 2, search: 'f' }, { limit: 2, where: { status: 'open', value: { gt: 500 } } }])
    await listRecords(r, m, q).then(x => console.log('ok', q), e => console.log(q, String(e), e.cause))
  await countRecords(r, m, {search: 'f'}, 10).catch(e => console.log('count', String(e)))
  await kernel.close(); await kernel.database.close()
})
