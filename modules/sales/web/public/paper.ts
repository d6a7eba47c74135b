import {
  type DocumentLine,
  documentWords,
  filled,
  noteOf,
  type QuoteDocument,
  sumsOf,
  taxesOf,
  type Writer,
  writerOf,
} from '../../document.ts'
import { el, rich } from './element.ts'
import type { PageWords } from './words.ts'

/** What the quote says, as it was sent. */
export function paper(quote: QuoteDocument, say: PageWords, download: () => void) {
  const words = documentWords[quote.language]
  const write = writerOf(quote)
  return el(
    'article',
    { class: 'paper' },
    el('p', { class: 'hello' }, filled(say.hello, { by: quote.from.by, company: quote.from.name })),
    el('h1', {}, quote.title),
    el(
      'dl',
      { class: 'facts' },
      ...fact(words.for, [quote.to.person, quote.to.company].filter(Boolean).join('\n')),
      ...fact(words.number, quote.number ?? ''),
      ...fact(words.issued, write.day(quote.issued_on)),
      ...fact(words.valid, quote.valid_until ? write.day(quote.valid_until) : ''),
    ),
    quote.intro ? rich(quote.intro, 'text') : null,
    el('h2', { class: 'unseen' }, say.lines),
    linesTable(quote, write),
    el('h2', { class: 'unseen' }, say.sums),
    sumsTable(quote, write),
    quote.terms ? el('h2', {}, words.terms) : null,
    quote.terms ? rich(quote.terms, 'text') : null,
    el('button', { type: 'button', class: 'button quiet', click: download }, say.download),
    quote.from.foot ? el('p', { class: 'foot' }, quote.from.foot) : null,
  )
}

const fact = (label: string, value: string) => (value ? [el('div', {}, el('dt', {}, label), el('dd', {}, value))] : [])

function linesTable(quote: QuoteDocument, write: Writer) {
  const words = documentWords[quote.language]
  const row = (line: DocumentLine) => {
    const quantity = [write.number(line.quantity), line.unit].filter(Boolean).join(' ')
    const note = noteOf(line, words, write)
    return el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        line.name,
        el('span', { class: 'times', 'aria-hidden': 'true' }, `${quantity} × ${write.money(line.price)}`),
        note ? el('span', { class: 'note' }, note) : null,
      ),
      el('td', { class: 'wide' }, quantity),
      el('td', { class: 'wide' }, write.money(line.price)),
      el('td', {}, write.money(line.net)),
    )
  }
  return el(
    'table',
    { class: 'lines' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, words.item),
        el('th', { scope: 'col', class: 'wide' }, words.quantity),
        el('th', { scope: 'col', class: 'wide' }, words.price),
        el('th', { scope: 'col' }, words.amount),
      ),
    ),
    el('tbody', {}, ...quote.lines.map(row)),
  )
}

function sumsTable(quote: QuoteDocument, write: Writer) {
  const words = documentWords[quote.language]
  const cells = (name: 'th' | 'td', values: readonly string[]) =>
    values.map(value => el(name, name === 'th' ? { scope: 'col' } : {}, value))
  return el(
    'table',
    { class: 'sums' },
    el('thead', {}, el('tr', {}, el('td', {}), ...cells('th', [words.net, words.tax, words.total]))),
    el(
      'tbody',
      {},
      ...sumsOf(quote, words).map(({ label, sum }) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, label || words.contract),
          ...cells('td', [sum.net, sum.tax, sum.total].map(write.money)),
        ),
      ),
    ),
    el(
      'tfoot',
      {},
      ...taxesOf(quote, words, write).map(({ label, net, tax }) =>
        el('tr', {}, el('th', { scope: 'row' }, label), ...cells('td', [write.money(net), write.money(tax), ''])),
      ),
    ),
  )
}
