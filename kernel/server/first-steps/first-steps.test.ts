import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parts } from '#modules/parts.ts'
import { testKernel } from '../../../tests/kernel.ts'
import { ownerRole, type Person, type TestServer, testServer } from '../../../tests/server.ts'
import type { Kernel } from '../kernel.ts'
import { collectWords } from '../words/words.ts'
import { firstStepsEndpoint, inviteStep, mailStep } from './first-steps.ts'

let kernel: Kernel
let test: TestServer
let owner: Person
beforeAll(async () => {
  kernel = await testKernel()
  const steps = [inviteStep, mailStep(false), ...parts.firstSteps]
  test = await testServer(kernel, [firstStepsEndpoint(collectWords(parts.words), steps)])
  owner = await test.person('Owner', [ownerRole])
})
afterAll(() => test.close())

interface Step {
  readonly code: string
  readonly title: string
  readonly done: boolean
}
const stepsOf = async (person: Person) => (await test.as(person).get('/api/first-steps')).body.rows as Step[]
const done = async () => (await stepsOf(owner)).filter(step => step.done).map(({ code }) => code)

it('each step is done when it is done, and has words', async () => {
  expect(await done()).toEqual([])
  expect((await stepsOf(owner)).filter(({ code, title }) => code === title)).toEqual([])
  const pipeline = (await test.as(owner).post('/api/pipelines', { name: 'New business' })).body.id
  await test.as(owner).post('/api/stages', { pipeline, name: 'Demo' })
  expect(await done()).toEqual(['first-step.pipeline'])
  await sql`insert into users (id, name, email, active, version, created_at, updated_at)
    select gen_random_uuid(), 'Second', 'second@x.example', active, version, created_at, updated_at from users limit 1`.execute(
    kernel.database.db,
  )
  expect(await done()).toEqual(['first-step.invite', 'first-step.pipeline'])
})

it('whoever does not run it has nothing to do', async () => {
  expect(await stepsOf(await test.person('Clerk', []))).toEqual([])
})
