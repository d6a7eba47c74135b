// What the modules do beyond their declarations.

import type { Behaviour } from '#kernel/server/actions/behaviours.ts'
import * as employments from './crm/server/employment.ts'
import * as mainAddress from './crm/server/main-address.ts'
import * as closeDeal from './sales/server/close-deal.ts'
import * as dealStage from './sales/server/deal-stage.ts'
import * as forecast from './sales/server/forecast.ts'
import * as history from './sales/server/history.ts'
import * as priceLines from './sales/server/price-lines.ts'
import * as answerQuote from './sales/server/quotes/answer-quote.ts'
import * as keepSent from './sales/server/quotes/keep-sent.ts'
import * as makeQuote from './sales/server/quotes/make-quote.ts'
import * as sendQuote from './sales/server/quotes/send-quote.ts'
import * as rotting from './sales/server/rotting.ts'
import * as valueOfLines from './sales/server/value-of-lines.ts'
import * as meetingActions from './work/server/meeting-actions.ts'
import * as meetingTimes from './work/server/meeting-times.ts'
import * as tasks from './work/server/task.ts'

export const behaviours: readonly Behaviour[] = [
  employments,
  mainAddress,
  dealStage,
  closeDeal,
  valueOfLines,
  priceLines,
  forecast,
  rotting,
  history,
  keepSent,
  makeQuote,
  sendQuote,
  answerQuote,
  meetingTimes,
  meetingActions,
  tasks,
].flatMap(file => Object.values<Behaviour>(file))
