// What a file is, by its bytes: never by what its sender says.

type Magic = readonly [type: string, offset: number, bytes: string]

/** As Latin-1, so that a byte is a character. */
const magics: readonly Magic[] = [
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/gif', 0, 'GIF87a'],
  ['image/gif', 0, 'GIF89a'],
  ['image/webp', 8, 'WEBP'],
  ['image/avif', 4, 'ftypavif'],
  ['image/heic', 4, 'ftyphei'],
  ['image/heic', 4, 'ftypmif1'],
  ['image/tiff', 0, 'II*\0'],
  ['image/tiff', 0, 'MM\0*'],
  ['application/pdf', 0, '%PDF-'],
  ['video/mp4', 4, 'ftyp'],
  ['video/webm', 0, '\x1aE\xdf\xa3'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/wav', 8, 'WAVE'],
  ['audio/ogg', 0, 'OggS'],
  ['application/gzip', 0, '\x1f\x8b'],
  ['application/x-7z-compressed', 0, "7z\xbc\xaf'\x1c"],
  ['application/x-cfb', 0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['application/x-msdownload', 0, 'MZ'],
  ['application/x-elf', 0, '\x7fELF'],
]

const office = 'application/vnd.openxmlformats-officedocument'
/** By the folders of the parts inside. */
const packages: readonly (readonly [type: string, folder: string])[] = [
  [`${office}.wordprocessingml.document`, 'word/'],
  [`${office}.spreadsheetml.sheet`, 'xl/'],
  [`${office}.presentationml.presentation`, 'ppt/'],
]
const part = 'PK\x03\x04'
const emptyZip = 'PK\x05\x06'

/** So many first bytes are enough to tell. */
export const headBytes = 8192

export function detectType(head: Uint8Array) {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, headBytes))
  const latin = bytes.toString('latin1')
  const magic = magics.find(([, offset, text]) => latin.startsWith(text, offset))
  if (magic) return magic[0]
  if (latin.startsWith(part) || latin.startsWith(emptyZip)) return zipType(latin)
  return textType(bytes, latin)
}

function zipType(latin: string) {
  const parts = latin.split(part).slice(1)
  const document = /^mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(parts[0]?.slice(26) ?? '')?.[1]
  return (
    document ?? packages.find(([, folder]) => parts.some(of => of.startsWith(folder, 26)))?.[0] ?? 'application/zip'
  )
}

function textType(bytes: Buffer, latin: string) {
  const text = wideText(bytes) ?? latin
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells text from the rest
  if (text === '' || /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return 'application/octet-stream'
  if (/<svg[\s>]/i.test(text)) return 'image/svg+xml'
  if (/^[^<]{0,16}<\?xml\s/.test(text)) return 'application/xml'
  if (markup.test(text)) return 'text/html'
  return 'text/plain'
}

const markup =
  /<(!doctype\s+html|html|head|body|script|iframe|object|embed|form|style|link|meta|base|img|table|div|a|p|h1)[\s/>]/i

function wideText(bytes: Buffer) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return undefined
}
