/** A line of a timeline, as the server tells it and the page shows it. */
export interface TimelineEntry<Row = Readonly<Record<string, unknown>>> {
  readonly at: string
  /** A change of the record itself or of one that points to it; a record about it; a row of a table of events. */
  readonly kind: 'change' | 'record' | 'event'
  readonly object: string
  readonly id: string
  readonly events: readonly string[]
  readonly actor: { readonly id: string; readonly name: string } | null
  readonly source?: string
  readonly batch?: string
  readonly title?: string
  readonly fields?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
  readonly record?: Row
  readonly details?: Readonly<Record<string, unknown>>
}
