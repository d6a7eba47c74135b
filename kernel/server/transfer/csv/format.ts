export const encodings = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
} as const
export type Encoding = keyof typeof encodings

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** How the bytes of a file are read. */
export interface CsvFormat {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  /** The first row names the columns. */
  readonly header: boolean
}
