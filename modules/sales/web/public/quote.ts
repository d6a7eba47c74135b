// The page of one quote, for whoever has its link: small, and with no part of the application in it.

import { request, Trouble } from '#kernel/web/request.ts'
import { filled, type QuoteDocument, writerOf } from '../../document.ts'
import { answerForm } from './answer.ts'
import { el } from './element.ts'
import { paper } from './paper.ts'
import { type PageWords, wordsIn } from './words.ts'

export interface Page {
  readonly status: 'sent' | 'accepted' | 'declined' | 'expired' | 'withdrawn'
  readonly number: string
  readonly company: string
  readonly language: QuoteDocument['language']
  readonly logo: string | null
  readonly document: QuoteDocument | null
  readonly accepted_by: string | null
  readonly answered_at: string | null
}

const main = document.querySelector('main') as HTMLElement
// Behind the #, and out of sight of whoever looks over a shoulder at the history.
const token = location.hash.slice(1)

async function open() {
  const words = wordsIn(navigator.language)
  document.documentElement.lang = navigator.language.slice(0, 2)
  main.replaceChildren(el('p', { class: 'loading', role: 'status' }, words.loading))
  try {
    show((await call('open')) as Page)
  } catch (error) {
    showTrouble(error, words)
  }
}

const call = (what: 'open' | 'accept' | 'decline', more: object = {}) =>
  request({
    method: 'POST',
    path: `/api/public/quotes/${what}`,
    body: { token, ...more },
    headers: { 'accept-language': document.documentElement.lang },
  })

function show(page: Page) {
  const words = wordsIn(page.language)
  document.documentElement.lang = page.language
  document.title = filled(words.title, page as never)
  main.removeAttribute('aria-busy')
  const { document: quote } = page
  main.replaceChildren(
    head(page),
    ...(page.status === 'sent' ? [] : [banner(page, words)]),
    ...(quote ? [paper(quote, words, () => download(page, words))] : []),
    ...(page.status === 'sent' && quote ? answerForm(quote, words, { call, done: show, sayTrouble }) : []),
  )
  scrollTo(0, 0)
}

const head = ({ logo, company, document: quote }: Page) =>
  el(
    'header',
    { class: 'head' },
    logo ? el('img', { src: logo, alt: company, class: 'logo' }) : el('span', { class: 'company' }, company),
    el('address', {}, quote?.from.address ?? ''),
  )

const tones = { accepted: 'green', declined: 'red', expired: 'amber', withdrawn: 'amber', sent: 'blue' } as const

function banner(page: Page, words: PageWords) {
  const { status, document: quote, answered_at, accepted_by, company } = page
  if (status === 'sent') throw new Error('An open quote has no banner.')
  const write = quote ? writerOf(quote) : null
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const values = {
    company,
    name: accepted_by ?? '',
    moment: answered_at && write ? write.moment(answered_at, zone) : '',
    day: quote?.valid_until && write ? write.day(quote.valid_until) : '',
  }
  const said = {
    accepted: words['accepted.by'],
    declined: words['declined.hint'],
    expired: words['expired.hint'],
    withdrawn: words['withdrawn.hint'],
  }[status]
  return el(
    'section',
    { class: 'banner', 'data-tone': tones[status], role: 'status', tabindex: '-1' },
    el(quote ? 'p' : 'h1', { class: 'banner-title' }, words[status]),
    el('p', {}, filled(said, values)),
  )
}

async function download({ number }: Page, words: PageWords) {
  try {
    const answer = await fetch('/api/public/quotes/pdf', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify({ token }),
    })
    if (!answer.ok) throw new Trouble(answer.status, await answer.json())
    const url = URL.createObjectURL(await answer.blob())
    el('a', { href: url, download: `${number}.pdf` }).click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  } catch (error) {
    showTrouble(error, words)
  }
}

/** What is wrong, and what to do about it. */
function sayTrouble(error: unknown, words: PageWords): { title: string; hint: string } {
  if (!(error instanceof Trouble) || error.code === 'unexpected') return { title: words.trouble, hint: words.broken }
  if (error.code === 'offline') return { title: words.offline, hint: words['offline.action'] }
  return { title: error.message, hint: error.action ?? '' }
}

function showTrouble(error: unknown, words: PageWords) {
  const { title, hint } = sayTrouble(error, words)
  main.removeAttribute('aria-busy')
  main.replaceChildren(
    el(
      'section',
      { class: 'trouble', role: 'alert' },
      el('h1', {}, title),
      el('p', {}, hint),
      el('button', { type: 'button', class: 'button', click: () => void open() }, words.retry),
    ),
  )
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', ({ matches }) => {
  document.documentElement.dataset.mantineColorScheme = matches ? 'dark' : 'light'
})
void open()
