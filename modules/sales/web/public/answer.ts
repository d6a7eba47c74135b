import { filled, type QuoteDocument, writerOf } from '../../document.ts'
import { el } from './element.ts'
import type { Page } from './quote.ts'
import { signatureBox } from './signature.ts'
import type { PageWords } from './words.ts'

interface Doing {
  readonly call: (what: 'accept' | 'decline', more: object) => Promise<unknown>
  readonly done: (page: Page) => void
  readonly sayTrouble: (error: unknown, words: PageWords) => { title: string; hint: string }
}

/** Where one accepts or declines, and, on a phone, a bar that leads there. */
export function answerForm(quote: QuoteDocument, words: PageWords, doing: Doing): readonly HTMLElement[] {
  const section = el('section', { class: 'answer', id: 'answer' })
  const total = writerOf(quote).money(quote.sums.contract.total)
  const open = (form: HTMLElement) => {
    section.replaceChildren(form)
    form.querySelector<HTMLElement>('input, textarea')?.focus()
  }
  const accepting = () => acceptForm(quote, words, doing, () => open(declining()))
  const declining = () => declineForm(words, doing, () => open(accepting()))
  section.append(accepting())
  const go = () => {
    section.scrollIntoView({ behavior: 'smooth' })
    section.querySelector<HTMLElement>('input')?.focus({ preventScroll: true })
  }
  const bar = el(
    'div',
    { class: 'bar' },
    el('button', { type: 'button', class: 'button', click: go }, filled(words['accept.go'], { total })),
  )
  // Once the form is in sight, nothing needs to lead there.
  new IntersectionObserver(([seen]) => bar.toggleAttribute('hidden', seen?.isIntersecting === true)).observe(section)
  return [section, bar]
}

function acceptForm(quote: QuoteDocument, words: PageWords, doing: Doing, decline: () => void) {
  const complaint = complaintBox()
  const name = el('input', {
    id: 'name',
    name: 'name',
    autocomplete: 'name',
    maxlength: '160',
    required: true,
    value: quote.to.person ?? '',
  })
  const signature = signatureBox(name, words)
  const send = el('button', { type: 'submit', class: 'button' }, words.send)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!name.value.trim()) return complaint.say(words['name.missing'], '', name)
    const drawing = signature.drawing()
    if (drawing === 'missing') return complaint.say(words['signature.missing'], '', signature.element)
    await once(send, async () => {
      const page = await doing.call('accept', { name: name.value, ...(drawing ? { drawing } : {}) })
      doing.done(page as Page)
    }).catch(error => complaint.tell(doing.sayTrouble(error, words)))
  }
  return el(
    'form',
    { submit: event => void submit(event), novalidate: true, input: complaint.clear, pointerdown: complaint.clear },
    el('h2', {}, words.accept),
    el('label', { for: 'name' }, words.name),
    name,
    signature.element,
    el('p', { class: 'hint' }, words['accept.hint']),
    complaint.element,
    el(
      'div',
      { class: 'buttons' },
      send,
      el('button', { type: 'button', class: 'button plain', click: decline }, words['decline.open']),
    ),
  )
}

function declineForm(words: PageWords, doing: Doing, back: () => void) {
  const complaint = complaintBox()
  const reason = el('textarea', { id: 'reason', rows: '4', maxlength: '2000' })
  const send = el('button', { type: 'submit', class: 'button danger' }, words['decline.send'])
  const submit = async (event: Event) => {
    event.preventDefault()
    await once(send, async () => doing.done((await doing.call('decline', { reason: reason.value })) as Page)).catch(
      error => complaint.tell(doing.sayTrouble(error, words)),
    )
  }
  return el(
    'form',
    { submit: event => void submit(event) },
    el('h2', {}, words['decline.open']),
    el('label', { for: 'reason' }, words['decline.reason']),
    reason,
    complaint.element,
    el(
      'div',
      { class: 'buttons' },
      send,
      el('button', { type: 'button', class: 'button plain', click: back }, words.back),
    ),
  )
}

/** Two taps are one. */
async function once(button: HTMLButtonElement, work: () => Promise<void>) {
  button.disabled = true
  try {
    await work()
  } finally {
    button.disabled = false
  }
}

function complaintBox() {
  const element = el('p', { class: 'complaint', role: 'alert' })
  const say = (title: string, hint: string, at?: HTMLElement) => {
    element.textContent = [title, hint].filter(Boolean).join(' ')
    at?.focus()
  }
  const clear = () => say('', '')
  return { element, say, clear, tell: ({ title, hint }: { title: string; hint: string }) => say(title, hint) }
}
