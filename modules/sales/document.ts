// What a quote says, as it was sent. Amounts are decimals as text.

export interface QuoteDocument {
  /** None yet in a draft. */
  readonly number: string | null
  readonly title: string
  readonly language: 'en' | 'fr'
  readonly currency: string
  /** Of the company: how days are written, and how large a sheet is. */
  readonly country: string
  readonly issued_on: string
  readonly valid_until: string | null
  readonly from: {
    readonly name: string
    readonly address: string | null
    readonly foot: string | null
    /** Who sends it. */
    readonly by: string
  }
  readonly to: { readonly person: string | null; readonly company: string | null }
  readonly intro: string | null
  readonly terms: string | null
  readonly lines: readonly DocumentLine[]
  readonly sums: {
    /** For all periods. */
    readonly contract: DocumentSum
    /** What is paid once, each month, each year; null where nothing is. */
    readonly once: DocumentSum | null
    readonly month: DocumentSum | null
    readonly year: DocumentSum | null
  }
}

export interface DocumentSum {
  readonly net: string
  readonly tax: string
  readonly total: string
}

export interface DocumentLine {
  readonly name: string
  readonly unit: string | null
  readonly quantity: string
  readonly price: string
  readonly discount: string
  readonly discount_amount: string | null
  readonly tax: string
  readonly recurring: 'none' | 'month' | 'year'
  readonly periods: number | null
  readonly net: string
}
