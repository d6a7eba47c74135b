// What the modules do beyond their declarations.

import type { Behaviour } from '#kernel/server/actions/behaviours.ts'
import * as mainAddress from './crm/server/main-address.ts'
import * as closeDeal from './sales/server/close-deal.ts'
import * as dealStage from './sales/server/deal-stage.ts'
import * as forecast from './sales/server/forecast.ts'
import * as history from './sales/server/history.ts'
import * as priceLines from './sales/server/price-lines.ts'
import * as rotting from './sales/server/rotting.ts'
import * as valueOfLines from './sales/server/value-of-lines.ts'
import * as finishTask from './work/server/finish-task.ts'

export const behaviours: readonly Behaviour[] = [
  mainAddress,
  dealStage,
  closeDeal,
  valueOfLines,
  priceLines,
  forecast,
  rotting,
  history,
  finishTask,
].flatMap(file => Object.values<Behaviour>(file))
