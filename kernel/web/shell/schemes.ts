/** How bright the page is; `auto` is what the computer says. */
export const schemes = [
  { name: 'light', icon: 'sun' },
  { name: 'dark', icon: 'moon' },
  { name: 'auto', icon: 'desktop' },
] as const
