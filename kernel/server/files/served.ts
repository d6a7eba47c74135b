import { contentDisposition } from './name.ts'

/** Shown in the browser; everything else is handed over to be saved, whatever it is. */
const shown = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'application/pdf',
  'text/plain',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'video/mp4',
  'video/webm',
]
/** A browser could run these: not even their name is given away. */
const runnable = ['text/html', 'image/svg+xml', 'application/xml']

/** The headers that a file is served with. */
export function servedAs({ type, name }: { readonly type: string; readonly name: string }) {
  const isShown = shown.includes(type)
  return {
    'content-type': contentType(type),
    'content-disposition': contentDisposition(name, isShown ? 'inline' : 'attachment'),
    'x-content-type-options': 'nosniff',
    // The viewer of PDF in a browser does not start inside a sandbox.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'${type === 'application/pdf' ? '' : '; sandbox'}`,
    'cross-origin-resource-policy': 'same-origin',
  }
}

function contentType(type: string) {
  if (runnable.includes(type)) return 'application/octet-stream'
  return type === 'text/plain' ? 'text/plain; charset=utf-8' : type
}
