import { bulkTables } from './bulk/tables.ts'
import { changeFunctions, changes, links, readers, seals } from './changes/tables.ts'
import { createFold } from './database/fold.ts'
import { duplicateTables } from './duplicates/tables.ts'
import { files } from './files/files.ts'
import { followers } from './follow/followers.ts'
import { idempotencyKeys } from './http/idempotency.ts'
import { identityTables } from './identity/tables.ts'
import { outbox } from './mail/outbox.ts'
import { notifications } from './notify/notify.ts'
import { sequences } from './numbers/sequences.ts'
import { settings } from './settings/settings.ts'
import type { TableSpec } from './tables/define-table.ts'
import type { Models } from './tables/model.ts'
import { objectTable } from './tables/object-table.ts'
import { transferTables } from './transfer/tables.ts'

/** The kernel's own tables; modules list theirs beside their objects. */
export const kernelTables: readonly TableSpec[] = [
  files,
  changes,
  seals,
  readers,
  links,
  settings,
  outbox,
  sequences,
  idempotencyKeys,
  notifications,
  followers,
  ...identityTables,
  ...transferTables,
  ...bulkTables,
  ...duplicateTables,
]

export const sqlFunctions: readonly string[] = [createFold, changeFunctions]

export const allTables = (models: Models, tables: readonly TableSpec[]): readonly TableSpec[] => [
  ...kernelTables,
  ...tables,
  ...models.all.map(model => objectTable(models, model)),
]
