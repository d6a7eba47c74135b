// Tables that are no objects: of many rows, or of none that anybody opens.

import type { TableSpec } from '#kernel/server/tables/define-table.ts'
import { dealHistory } from './sales/server/history-table.ts'
import { quoteDocuments, quoteSignatures } from './sales/server/quotes/tables.ts'
import { calendarFeeds } from './work/server/feed-table.ts'

export const tables: readonly TableSpec[] = [dealHistory, quoteDocuments, quoteSignatures, calendarFeeds]
