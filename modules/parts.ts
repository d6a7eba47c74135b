import type { AnyObject } from '#kernel/schema/object.ts'
import type { Parts } from '#kernel/server/parts.ts'
import { importStep } from './crm/server/first-steps.ts'
import { sampleEndpoints, sampleJobs } from './demo/server/sample-data.ts'
import { objects } from './index.ts'
import { pipelineEndpoints } from './sales/server/endpoints.ts'
import { pipelineStep } from './sales/server/first-steps.ts'
import { quoteEndpoints } from './sales/server/quotes/endpoints.ts'
import { quoteJobs } from './sales/server/quotes/jobs.ts'
import { quoteSettings } from './sales/server/quotes/settings.ts'
import { behaviours } from './server.ts'
import { tables } from './tables.ts'
import { words } from './words.ts'
import { workEndpoints } from './work/server/endpoints.ts'
import { feedEndpoints } from './work/server/feed.ts'
import { workJobs } from './work/server/reminders.ts'

export const parts: Parts = {
  objects: Object.values(objects) as readonly AnyObject[],
  behaviours,
  tables,
  eventTables: [],
  words,
  settings: quoteSettings,
  firstSteps: [importStep, pipelineStep],
  jobs: outside => [...quoteJobs(outside), ...workJobs(outside), ...sampleJobs],
  endpoints: outside => [
    ...pipelineEndpoints,
    ...quoteEndpoints(outside),
    ...workEndpoints,
    ...feedEndpoints(outside),
    ...sampleEndpoints,
  ],
  pages: { '/quote': 'modules/sales/web/public/quote.html' },
  readers: () => [],
}
