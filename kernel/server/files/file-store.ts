import type { Readable } from 'node:stream'

/** Both ends count, as in HTTP. */
export interface Range {
  readonly start: number
  readonly end?: number
}

export interface Kept {
  readonly sha256: string
  readonly size: number
}

export interface Entry extends Kept {
  readonly storedAt: Date
}

/** Where the bytes are: each content once, under its SHA-256. What a file is called stands in the table. */
export interface FileStore {
  /** Streams; keeps nothing when the source fails or is longer than `maxBytes`. */
  put(source: AsyncIterable<Uint8Array>, limits: { readonly maxBytes: number }): Promise<Kept>
  /** Refused as `missing` when there is no such content. */
  open(sha256: string, range?: Range): Promise<Readable>
  has(sha256: string): Promise<boolean>
  remove(sha256: string): Promise<void>
  /** When the content was last put, or nothing. */
  storedAt(sha256: string): Promise<Date | undefined>
  entries(): AsyncIterable<Entry>
  /** Drops what is left of uploads that were cut off before this moment. */
  dropUnfinished(before: Date): Promise<number>
}
