// What each module says. The registry of objects is checked against it by words.test.ts.

import { words as crm } from './crm/words.ts'
import { words as demo } from './demo/words.ts'
import { words as sales } from './sales/words.ts'
import { words as work } from './work/words.ts'

export const words = [crm, sales, work, demo]
