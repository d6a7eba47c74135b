import type { Readable } from 'node:stream'
import type { Kysely, Transaction } from 'kysely'

/** Every table: each folder that defines one adds its line, the registry of modules adds the objects'. */
// biome-ignore lint/suspicious/noEmptyInterface: filled where tables are defined
export interface Tables {}

export type Db = Kysely<Tables>
export type Tx = Transaction<Tables>

/** The opened database, embedded or PostgreSQL: everything above sees only this. */
export interface Database {
  readonly kind: 'embedded' | 'postgres'
  readonly db: Db
  /**
   * Hears NOTIFY on a channel; reconnects by itself; answers with how to stop. After a connection was lost it
   * hears '' once, to look for what it missed.
   */
  listen(channel: string, hear: (payload: string) => void): Promise<() => Promise<void>>
  /** Where the running server answers, for a command line beside it on the same embedded database. */
  announce(url: string): void
  /** The whole database as a tar archive, from which a new one opens. Embedded only: PostgreSQL has pg_dump. */
  readonly dump?: () => Promise<Readable>
  close(): Promise<void>
}
