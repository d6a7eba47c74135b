// What was sent and what was signed, word for word: neither is ever changed.

import { column, defineTable, type TableRow } from '#kernel/server/tables/define-table.ts'
import type { Drawing } from '../../drawing.ts'

const moment = 'timestamp(3) with time zone'
const ofQuote = column<string>('uuid', { references: { table: 'quotes', onDelete: 'cascade' } })

export const quoteDocuments = defineTable('quote_documents', {
  primary: ['quote_id'],
  columns: {
    quote_id: ofQuote,
    /** Of the link by which it is opened. */
    token_hash: column<string>('text'),
    /** JSON, as text: its hash is of these very bytes. */
    content: column<string>('text'),
    sha256: column<string>('text'),
    made_at: column<string>(moment),
  },
  indexes: [{ on: ['token_hash'], unique: true }],
})

export const quoteSignatures = defineTable('quote_signatures', {
  primary: ['quote_id'],
  columns: {
    quote_id: ofQuote,
    name: column<string>('text'),
    /** Strokes of a pen; null where the name was typed. */
    drawing: column<Drawing | null>('jsonb', { null: true }),
    signed_at: column<string>(moment),
    ip: column<string>('text'),
    user_agent: column<string>('text'),
    /** Of the document that was accepted. */
    sha256: column<string>('text'),
  },
})

declare module '#kernel/server/database/database.ts' {
  interface Tables {
    quote_documents: TableRow<typeof quoteDocuments>
    quote_signatures: TableRow<typeof quoteSignatures>
  }
}
