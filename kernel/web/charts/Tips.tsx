import { type ReactNode, type SyntheticEvent, useState } from 'react'
import styles from './Charts.module.css'

interface Tip {
  readonly value: string
  readonly of: string
  readonly x: number
  readonly y: number
}

/** What a mark says, beside it, while one points at it or has come to it by the keyboard. */
export function Tips({ children }: { readonly children: ReactNode }) {
  const [tip, setTip] = useState<Tip>()
  const show = ({ target, currentTarget }: SyntheticEvent<HTMLElement>) => {
    const mark = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-tip]') : null
    const { tip: value = '', tipOf: of = '' } = mark?.dataset ?? {}
    const text = mark?.textContent ?? ''
    // What can be read already is not said twice.
    if (!mark || (text.includes(value) && text.includes(of))) return setTip(undefined)
    const [box, frame] = [mark.getBoundingClientRect(), currentTarget.getBoundingClientRect()]
    const x = Math.min(Math.max(box.left + box.width / 2 - frame.left, 70), Math.max(70, frame.width - 70))
    setTip({ value, of, x, y: Math.max(box.top - frame.top, 40) })
  }
  const hide = () => setTip(undefined)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears of what is pointed at within
    <div className={styles.tips} onPointerOver={show} onPointerLeave={hide} onFocus={show} onBlur={hide}>
      {children}
      {tip && (
        <div className={styles.tip} style={{ left: tip.x, top: tip.y }} aria-hidden>
          <strong>{tip.value}</strong>
          <span>{tip.of}</span>
        </div>
      )}
    </div>
  )
}
