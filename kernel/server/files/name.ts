const maxBytes = 180
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
// Control characters, what turns the direction of reading, and what is not seen at all.
const unseen = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

/** The name as a file may bear it on any system: no folder, nothing unseen, nothing reserved, not too long. */
export function cleanName(given: string) {
  const last = given
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .split(/[/\\]/)
    .findLast(part => part.trim() !== '')
  const plain = (last ?? '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shorten(reserved.test(plain) ? `_${plain}` : plain) || 'file'
}

/** RFC 6266 and 8187: a plain name for what is old, the right one for the rest. */
export function contentDisposition(name: string, kind: 'inline' | 'attachment' = 'attachment') {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^ -~]|["\\%]/gu, '_')
  const whole = plain === name ? '' : `; filename*=UTF-8''${encode(name)}`
  return `${kind}; filename="${plain}"${whole}`
}

function shorten(name: string) {
  if (Buffer.byteLength(name) <= maxBytes) return name
  const extension = /\.[^. ]{1,16}$/u.exec(name)?.[0] ?? ''
  return cut(name.slice(0, name.length - extension.length), maxBytes - Buffer.byteLength(extension)) + extension
}

function cut(text: string, bytes: number) {
  const letters: string[] = []
  let size = 0
  for (const letter of text) {
    size += Buffer.byteLength(letter)
    if (size > bytes) break
    letters.push(letter)
  }
  return letters.join('').trimEnd()
}

const encode = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[*'()]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
