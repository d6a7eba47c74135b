// What each module says. The registry of objects is checked against it by words.test.ts.

import { words as crm } from './crm/words.ts'
import { words as demo } from './demo/words.ts'
import { words as catalogue } from './sales/words/catalogue.ts'
import { words as deals } from './sales/words/deals.ts'
import { words as quotes } from './sales/words/quotes.ts'
import { words as work } from './work/words.ts'

export const words = [crm, deals, catalogue, quotes, work, demo]
