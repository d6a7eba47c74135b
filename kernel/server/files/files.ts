import { sql } from 'kysely'
import { Refused } from '../../schema/refused.ts'
import type { Db, Tx } from '../database/database.ts'
import { transact } from '../database/transact.ts'
import { column, defineTable, type TableRow } from '../tables/define-table.ts'
import type { FileStore, Kept } from './file-store.ts'
import { detectType } from './kind.ts'
import { cleanName } from './name.ts'
import { peek } from './peek.ts'
import { pictureSize } from './picture-size.ts'

export const files = defineTable('files', {
  primary: ['id'],
  columns: {
    id: column<string>('uuid'),
    sha256: column<string>('text'),
    name: column<string>('text'),
    type: column<string>('text'),
    size: column<number>('bigint'),
    /** Of a picture, in pixels. */
    width: column<number | null>('integer', { null: true }),
    height: column<number | null>('integer', { null: true }),
    created_by: column<string | null>('uuid', { null: true }),
    created_at: column<string>('timestamp(3) with time zone'),
  },
  indexes: [{ on: ['sha256'] }],
})
export type FileRow = TableRow<typeof files>
declare module '../database/database.ts' {
  interface Tables {
    files: FileRow
  }
}

export interface Saving {
  /** No transaction: an upload may last longer than any transaction should. */
  readonly db: Db
  readonly store: FileStore
  readonly actorId: string | null
  readonly now: string
  readonly newId: () => string
}

export interface SaveOptions {
  readonly name: string
  /** `image/*`, `application/pdf`; absent: anything. */
  readonly accept?: readonly string[]
  readonly maxBytes: number
}

export async function saveFile(ctx: Saving, stream: AsyncIterable<Uint8Array>, options: SaveOptions): Promise<FileRow> {
  const { head, whole, close } = await peek(stream)
  const type = detectType(head)
  if (!accepts(options.accept, type)) {
    await close()
    throw new Refused('file.type-not-accepted', { type, accept: options.accept?.join(', ') })
  }
  const { sha256, size } = await ctx.store.put(whole, options)
  const row: FileRow = {
    id: ctx.newId(),
    sha256,
    name: cleanName(options.name),
    type,
    size,
    ...(pictureSize(type, head) ?? { width: null, height: null }),
    created_by: ctx.actorId,
    created_at: ctx.now,
  }
  await transact(ctx.db, tx => addRow(tx, ctx.store, row))
  return row
}

// The sweep takes the same lock for itself alone: it cannot remove content between the look and the commit.
async function addRow(tx: Tx, store: FileStore, row: FileRow) {
  await sql`select pg_advisory_xact_lock_shared(${lockOf(row)})`.execute(tx)
  if (!(await store.has(row.sha256))) throw new Refused('file.lost', {}, { kind: 'broken' })
  await tx.insertInto('files').values(row).execute()
}

/** A number of its own for each content. */
export const lockOf = ({ sha256 }: Pick<Kept, 'sha256'>) =>
  String(BigInt.asIntN(64, BigInt(`0x${sha256.slice(0, 16)}`)))

const accepts = (accept: readonly string[] | undefined, type: string) =>
  !accept || accept.some(wanted => wanted === type || (wanted.endsWith('/*') && type.startsWith(wanted.slice(0, -1))))
