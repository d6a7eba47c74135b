/** A letter in pieces: text, and the addresses in it that one may follow. */
export const linesOf = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, at) => ({ at, text: piece, isLink: at % 2 === 1 }))
    .filter(({ text: piece }) => piece !== '')
