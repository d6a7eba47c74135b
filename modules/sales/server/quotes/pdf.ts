// The PDF of a quote: of what was sent, or of a draft as it is now.

import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Kernel } from '#kernel/server/kernel.ts'
import type { Reading } from '#kernel/server/records/list.ts'
import type { QuoteDocument } from '../../document.ts'
import type { AnyQuote } from './document.ts'
import { documentsOf } from './document.ts'
import { quotePaper } from './quote-paper.ts'
import { requireWhole } from './whole.ts'

export interface Pdf {
  readonly name: string
  readonly stream: Readable
}

/** Of one that was sent. */
export async function sentPdf(kernel: Kernel, id: string, content: string, madeAt: string): Promise<Pdf> {
  const document = JSON.parse(content) as QuoteDocument
  const signature = await kernel.database.db
    .selectFrom('quote_signatures')
    .select(['name', 'drawing', 'signed_at', 'sha256'])
    .where('quote_id', '=', id)
    .executeTakeFirst()
  const accepted = signature ? { ...signature, at: signature.signed_at, zone: kernel.locale.zone } : null
  return pdf(
    document,
    await quotePaper(document, { made: new Date(madeAt), logo: await logoOf(kernel, document), accepted }),
  )
}

export async function pdfFor(kernel: Kernel, reading: Reading, row: AnyQuote): Promise<Pdf> {
  await requireWhole(reading, [row])
  const sent = await kernel.database.db
    .selectFrom('quote_documents')
    .select(['content', 'made_at'])
    .where('quote_id', '=', row.id)
    .executeTakeFirst()
  if (sent) return sentPdf(kernel, row.id, sent.content, sent.made_at)
  const now = kernel.clock().toISOString()
  const [document] = await documentsOf({ db: kernel.database.db, actor: reading.actor, kernel, now }, [row])
  if (!document) throw new Error('A quote has no document.')
  const made = new Date(`${document.issued_on}T00:00:00Z`)
  return pdf(document, await quotePaper(document, { made, logo: await logoOf(kernel, document), accepted: null }))
}

const pdf = ({ number, title }: QuoteDocument, stream: Readable): Pdf => ({
  name: `${
    (number ?? title)
      .normalize('NFKD')
      .replace(/[^\w.-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'quote'
  }.pdf`,
  stream,
})

async function logoOf({ database: { db }, store }: Kernel, { from: { logo } }: QuoteDocument): Promise<Buffer | null> {
  if (!logo) return null
  const file = await db.selectFrom('files').select('sha256').where('id', '=', logo).executeTakeFirst()
  return file && (await store.has(file.sha256)) ? buffer(await store.open(file.sha256)) : null
}
