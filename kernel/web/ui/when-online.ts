import { lazy } from 'react'

/** A part that is fetched when it is used. Without a network it comes as soon as there is one, and nothing fails. */
export const lazyPart: typeof lazy = load => lazy(whenOnline(load))

/** How to fetch something that waits for the network rather than fail. */
export function whenOnline<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    for (;;)
      try {
        return await load()
      } catch (error) {
        if (navigator.onLine) throw error
        await new Promise(resolve => addEventListener('online', resolve, { once: true }))
        await Promise.all([...document.querySelectorAll('link')].filter(hasFailed).map(fetchAgain))
      }
  }
}

/** A sheet that was not reached is not asked for a second time by itself. */
const hasFailed = ({ rel, sheet }: HTMLLinkElement) => rel === 'stylesheet' && sheet === null

function fetchAgain(link: HTMLLinkElement) {
  const again = link.cloneNode() as HTMLLinkElement
  const done = new Promise(resolve => {
    again.addEventListener('load', resolve, { once: true })
    again.addEventListener('error', resolve, { once: true })
  })
  link.replaceWith(again)
  return done
}
