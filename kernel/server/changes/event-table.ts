/** A high-volume table that declares its events: timeline, filter, webhooks and scores read it as they read the change log. */
export interface EventTable {
  readonly table: string
  /** The object whose records the events befall. */
  readonly subject: string
  readonly subjectColumn: string
  readonly event: string
  readonly at: string
  readonly sequence: string
  /** What somebody must be allowed to do with the record to see its events. */
  readonly needs: 'read' | 'edit'
  /** Columns that are shown. */
  readonly shown: readonly string[]
}
