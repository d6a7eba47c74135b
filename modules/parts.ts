import type { AnyObject } from '#kernel/schema/object.ts'
import type { Parts } from '#kernel/server/parts.ts'
import { importStep } from './crm/server/first-steps.ts'
import { objects } from './index.ts'
import { pipelineEndpoints } from './sales/server/endpoints.ts'
import { pipelineStep } from './sales/server/first-steps.ts'
import { behaviours } from './server.ts'
import { tables } from './tables.ts'
import { words } from './words.ts'

export const parts: Parts = {
  objects: Object.values(objects) as readonly AnyObject[],
  behaviours,
  tables,
  eventTables: [],
  words,
  firstSteps: [importStep, pipelineStep],
  jobs: () => [],
  endpoints: () => pipelineEndpoints,
  readers: () => [],
}
