import type { AnyObject } from '#kernel/schema/object.ts'
import type { Parts } from '#kernel/server/open-kernel.ts'
import { objects } from './index.ts'
import { behaviours } from './server.ts'
import { words } from './words.ts'

export const parts: Parts = { objects: Object.values(objects) as readonly AnyObject[], behaviours, tables: [], words }
