// What a quote says, as it was sent, and the words around it, on paper and on its page. Amounts are decimals as text.

import { regional } from '#kernel/schema/regional.ts'

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
    /** The id of its file. */
    readonly logo: string | null
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
    /** What is taxed at each rate, for all periods; what was sent by earlier versions does not say it. */
    readonly taxes?: readonly DocumentTax[]
  }
}

export interface DocumentTax extends Pick<DocumentSum, 'net' | 'tax'> {
  /** In percent. */
  readonly rate: string
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

// In the language of who reads it.

const en = {
  quote: 'Quote',
  draft: 'Draft',
  for: 'For',
  number: 'Number',
  issued: 'Date',
  valid: 'Valid until',
  item: 'What you get',
  quantity: 'Quantity',
  price: 'Price',
  amount: 'Amount',
  net: 'Net',
  tax: 'Tax',
  total: 'Total',
  once: 'Once',
  month: 'Each month',
  year: 'Each year',
  contract: 'In all',
  terms: 'Terms',
  discount: '{percent} off',
  reduced: '{amount} off',
  taxed: '{percent} tax',
  each: { none: '', month: 'each month', year: 'each year' },
  months: 'for {count} months',
  years: 'for {count} years',
  accepted: 'Accepted',
  signed: '{name}, {moment}',
  page: '{number} of {count}',
}

const fr: typeof en = {
  quote: 'Devis',
  draft: 'Brouillon',
  for: 'Pour',
  number: 'Numéro',
  issued: 'Date',
  valid: 'Valable jusqu’au',
  item: 'Ce que vous recevez',
  quantity: 'Quantité',
  price: 'Prix',
  amount: 'Montant',
  net: 'Hors taxe',
  tax: 'Taxe',
  total: 'Total',
  once: 'Une fois',
  month: 'Chaque mois',
  year: 'Chaque année',
  contract: 'En tout',
  terms: 'Conditions',
  discount: '{percent} de remise',
  reduced: '{amount} de remise',
  taxed: '{percent} de taxe',
  each: { none: '', month: 'chaque mois', year: 'chaque année' },
  months: 'pendant {count} mois',
  years: 'pendant {count} ans',
  accepted: 'Accepté',
  signed: '{name}, {moment}',
  page: '{number} sur {count}',
}

export type DocumentWords = typeof en
export const documentWords: Readonly<Record<QuoteDocument['language'], DocumentWords>> = { en, fr }

export const filled = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))

/** Amounts, days and shares as the document's language writes them. */
export function writerOf({ language, country, currency }: Pick<QuoteDocument, 'language' | 'country' | 'currency'>) {
  const local = regional({ language, country })
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(local, options)
  return {
    money: (amount: string) =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount as Intl.StringNumericLiteral),
    number: (number: string) =>
      new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(number as Intl.StringNumericLiteral),
    percent: (percent: string) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(Number(percent) / 100),
    day: (day: string) => date({ dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)),
    moment: (moment: string, zone: string) =>
      date({ dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(new Date(moment)),
  }
}
export type Writer = ReturnType<typeof writerOf>

/** What is special about a line: how often it is paid, what is taken off, what is taxed. */
export function noteOf(line: DocumentLine, words: DocumentWords, write: Writer): string {
  const { recurring, periods, discount, discount_amount, tax } = line
  const term =
    periods === null || recurring === 'none'
      ? ''
      : filled(recurring === 'month' ? words.months : words.years, { count: periods })
  return [
    [words.each[recurring], term].filter(Boolean).join(' '),
    Number(discount) ? filled(words.discount, { percent: write.percent(discount) }) : '',
    discount_amount ? filled(words.reduced, { amount: write.money(discount_amount) }) : '',
    Number(tax) ? filled(words.taxed, { percent: write.percent(tax) }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The sums in the order in which they are read: each rhythm that there is, and all of it where there are several. */
export function sumsOf({ sums }: Pick<QuoteDocument, 'sums'>, words: DocumentWords) {
  const each = [
    { label: words.once, sum: sums.once },
    { label: words.month, sum: sums.month },
    { label: words.year, sum: sums.year },
  ].flatMap(({ label, sum }) => (sum ? [{ label, sum }] : []))
  const isPlain = each.length === 1 && sums.once !== null
  return isPlain ? [{ label: '', sum: sums.contract }] : [...each, { label: words.contract, sum: sums.contract }]
}

/** What is taxed at each rate, where anything is. */
export const taxesOf = ({ sums: { taxes = [] } }: Pick<QuoteDocument, 'sums'>, words: DocumentWords, write: Writer) =>
  taxes.some(({ tax }) => Number(tax))
    ? taxes.map(({ rate, net, tax }) => ({ label: filled(words.taxed, { percent: write.percent(rate) }), net, tax }))
    : []
