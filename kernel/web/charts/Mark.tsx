// A part of a chart that opens the records behind it, by mouse, finger and keyboard.

import { Link } from '@tanstack/react-router'
import { createContext, type KeyboardEvent, type ReactNode, use } from 'react'
import type { Figure } from '../../schema/chart.ts'
import { noView } from '../views/use-viewed.ts'

interface MarkProps {
  readonly figure: Figure | undefined
  /** What it is, and what it says: shown beside it, and read out. */
  readonly label: string
  readonly value: string
  readonly className?: string | undefined
  /** What it is where there is nothing to open. */
  readonly plain?: 'g' | 'span'
  /** Whether what is in it says it by itself, or the same is said elsewhere. */
  readonly told?: 'within' | 'elsewhere'
  readonly children: ReactNode
}

/** The plural of the object whose lists the marks open; none where nothing is to be opened, as in a preview. */
export const Opens = createContext<string | undefined>(undefined)

export function Mark({ figure, label, value, className, plain: Plain = 'g', told, children }: MarkProps) {
  const plural = use(Opens)
  const tip = { 'data-tip': value, 'data-tip-of': label }
  const where = figure?.matching?.where ?? figure?.where
  if (!plural || !figure || figure.count === 0 || !where)
    return (
      <Plain {...tip} className={className}>
        {children}
      </Plain>
    )
  return (
    <Link
      to="/$plural"
      params={{ plural }}
      search={{ view: noView, where }}
      preload={false}
      className={className}
      data-mark
      {...tip}
      {...spoken(told, `${label}: ${value}`)}
    >
      {children}
    </Link>
  )
}

function spoken(told: MarkProps['told'], label: string) {
  if (told === 'elsewhere') return { tabIndex: -1, 'aria-hidden': true }
  return told === 'within' ? {} : { 'aria-label': label }
}

/** In a chart the arrow keys go from one mark to the next. */
export function goAlong(event: KeyboardEvent<HTMLElement | SVGElement>) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (!step) return
  const marks = [...event.currentTarget.querySelectorAll<SVGElement>('[data-mark]:not([aria-hidden])')]
  const at = marks.indexOf(document.activeElement as SVGElement)
  if (at < 0) return
  event.preventDefault()
  marks[(at + step + marks.length) % marks.length]?.focus()
}
