import { typeParsers } from './type-parsers.ts'

/** What every session of ours starts with, on both engines. A long step says `set local statement_timeout`. */
export const sessionSettings = {
  application_name: 'rapport',
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 10_000,
  types: typeParsers,
} as const
