import { typeParsers } from './type-parsers.ts'

/** What every session of ours starts with, on both engines. A long step says `set local statement_timeout`. */
export const sessionSettings = {
  application_name: 'rapport',
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 10_000,
  types: typeParsers,
} as const

/**
 * What is asked for is mostly in memory, and short. By PostgreSQL's own guess a look into an index costs as much as
 * four pages read in order, as it did on turning disks, and whole tables are read; and it compiles statements that
 * would be over sooner than they are compiled.
 */
export const planning = 'set random_page_cost = 1.1; set jit = off'
