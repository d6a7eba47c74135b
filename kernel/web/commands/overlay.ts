import { shared } from '../shared.ts'

/** What the keyboard opened over the page. */
export type Overlay = 'menu' | 'shortcuts' | undefined

export const { use: useOverlay, set: show } = shared<Overlay>(undefined)
