import { drawingBox, mostDrawn } from '../../drawing.ts'
import { el } from './element.ts'
import type { PageWords } from './words.ts'

const { width, height } = drawingBox
const shape = 'http://www.w3.org/2000/svg'

/** A name as it is typed, or strokes as they are drawn. */
export function signatureBox(name: HTMLInputElement, words: PageWords) {
  const typed = el('p', { class: 'typed', 'aria-hidden': 'true' })
  const pad = drawingPad(words)
  const sheet = el('div', { class: 'sheet' }, typed)
  const show = () => {
    typed.textContent = name.value.trim() || ' '
  }
  name.addEventListener('input', show)
  show()
  let isDrawn = false
  const choose = (drawn: boolean) => {
    isDrawn = drawn
    sheet.replaceChildren(drawn ? pad.element : typed)
  }
  const way = (value: string, label: string, drawn: boolean) =>
    el(
      'label',
      { class: 'way' },
      el('input', { type: 'radio', name: 'way', value, checked: !drawn, change: () => choose(drawn) }),
      el('span', {}, label),
    )
  const element = el(
    'fieldset',
    { tabindex: '-1' },
    el('legend', {}, words.signature),
    el(
      'div',
      { class: 'ways' },
      way('typed', words['signature.typed'], false),
      way('drawn', words['signature.drawn'], true),
    ),
    sheet,
  )
  return {
    element,
    /** Null where it is typed. */
    drawing: () => (isDrawn ? (pad.strokes().length ? { strokes: pad.strokes() } : ('missing' as const)) : null),
  }
}

function drawingPad(words: PageWords) {
  let strokes: number[][] = []
  const svg = document.createElementNS(shape, 'svg')
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', words['signature.here'])
  const here = el('span', { class: 'here', 'aria-hidden': 'true' }, words['signature.here'])
  const clear = () => {
    strokes = []
    svg.replaceChildren()
    here.hidden = false
  }
  svg.addEventListener('pointerdown', event => {
    event.preventDefault()
    if (strokes.length >= mostDrawn.strokes) return
    here.hidden = true
    svg.setPointerCapture(event.pointerId)
    const stroke: number[] = []
    const line = document.createElementNS(shape, 'polyline')
    svg.append(line)
    strokes.push(stroke)
    const add = (at: PointerEvent) => {
      if (strokes.flat().length + 2 > mostDrawn.numbers) return
      stroke.push(...pointIn(svg, at))
      line.setAttribute('points', stroke.length === 2 ? [...stroke, ...stroke].join(' ') : stroke.join(' '))
    }
    add(event)
    const end = () => svg.removeEventListener('pointermove', add)
    svg.addEventListener('pointermove', add)
    for (const name of ['pointerup', 'pointercancel']) svg.addEventListener(name, end, { once: true })
  })
  const element = el(
    'div',
    { class: 'pad' },
    svg as unknown as Node,
    here,
    el('button', { type: 'button', class: 'clear', click: clear }, words['signature.clear']),
  )
  return { element, strokes: () => strokes }
}

function pointIn(svg: SVGSVGElement, { clientX, clientY }: PointerEvent): [number, number] {
  const box = svg.getBoundingClientRect()
  const within = (value: number, most: number) => Math.max(0, Math.min(most, Math.round(value)))
  return [
    within(((clientX - box.left) / box.width) * width, width),
    within(((clientY - box.top) / box.height) * height, height),
  ]
}
