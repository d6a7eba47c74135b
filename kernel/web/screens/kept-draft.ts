// What was typed into a form that was left without saving, for as long as the tab is open.

import type { Values } from './use-draft.ts'

export function readDraft(name: string): Values {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place(name)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Values) : {}
  } catch {
    return {}
  }
}

export const isKept = (name: string) => Object.keys(readDraft(name)).length > 0

/** A page that is full, or private, keeps nothing; the form goes on without. */
export function keepDraft(name: string, touched: Values) {
  try {
    if (Object.keys(touched).length === 0) sessionStorage.removeItem(place(name))
    else sessionStorage.setItem(place(name), JSON.stringify(touched))
  } catch {}
}

const place = (name: string) => `draft:${name}`
