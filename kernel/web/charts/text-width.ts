/** About as wide as it will be: what is drawn is not laid out. */
export const textWidth = (text: string) =>
  [...text].reduce((sum, sign) => sum + (/[MW@%mw]/.test(sign) ? 9.5 : /[ilj.,' ]/.test(sign) ? 3.6 : 6.7), 0)

export function shortened(text: string, room: number) {
  if (textWidth(text) <= room) return text
  const signs = [...text]
  while (signs.length > 1 && textWidth(`${signs.join('')}…`) > room) signs.pop()
  return `${signs.join('').trimEnd()}…`
}
