import { type TransferParts, transferEndpoints } from './endpoints.ts'
import { transferJobs } from './jobs.ts'
import { transferTables } from './tables.ts'

/** Import and export of every object, as one value for the program to put together. */
export const transfer = (parts: TransferParts) => ({
  endpoints: transferEndpoints(parts),
  /** They stand among the kernel's tables already. */
  tables: transferTables,
  jobs: transferJobs,
})
