// Migrates a database in a process of its own: to be raced, or killed in the middle.

import { equipFields } from '#kernel/fields/equip.ts'
import { openDatabase } from '#kernel/server/database/open.ts'
import { allTables, sqlFunctions } from '#kernel/server/schema.ts'
import { migrate } from '#kernel/server/tables/migrate.ts'
import { buildModels } from '#kernel/server/tables/model.ts'
import { withEveryType } from './every-type.ts'

const { TARGET_URL: url, TARGET_FOLDER: folder = '' } = process.env

equipFields()
const database = await openDatabase({ url, folder, report: error => console.error(error) })
process.stdout.write('open\n')
const tables = allTables(buildModels(withEveryType.objects), [])
const { steps } = await migrate({ database, tables, functions: sqlFunctions, folder: 'db/migrations', now: new Date() })
await database.close()
process.stdout.write(`done ${steps.length}\n`)
