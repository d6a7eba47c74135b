// The records that this person opened last, in this browser.

import type { Hit } from '../search.ts'

export function readRecent(person: string): readonly Hit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(person)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isHit) : []
  } catch {
    return []
  }
}

export const keepRecent = (person: string, hit: Hit) =>
  localStorage.setItem(place(person), JSON.stringify(withRecent(readRecent(person), hit)))

export const dropRecent = (person: string, id: string) =>
  localStorage.setItem(place(person), JSON.stringify(readRecent(person).filter(hit => hit.id !== id)))

/** Of everybody: the next who sits here is somebody else. */
export function forgetRecent() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(place(''))) localStorage.removeItem(key)
}

export const withRecent = (before: readonly Hit[], hit: Hit) =>
  [hit, ...before.filter(({ id }) => id !== hit.id)].slice(0, most)

const most = 8
const place = (person: string) => `recent:${person}`

const isHit = (kept: unknown): kept is Hit =>
  typeof kept === 'object' &&
  kept !== null &&
  ['object', 'id', 'title'].every(name => typeof (kept as Record<string, unknown>)[name] === 'string')
