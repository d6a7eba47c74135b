import { Refused } from '../../schema/refused.ts'
import type { Secrets } from '../secrets/secrets.ts'

const purpose = 'file-url'

/** A link to a file that needs no session: for a mail, a printer, another server. */
export function signedFileUrl(secrets: Secrets, id: string, expires: Date) {
  const seconds = Math.floor(expires.getTime() / 1000)
  return `/api/files/${id}?expires=${seconds}&signature=${secrets.sign(purpose, `${id}.${seconds}`)}`
}

/** Works for so long at least. The same link for a while, so that a browser need not fetch again what it has. */
export function lastingFileUrl(secrets: Secrets, id: string, now: Date, lasts: number) {
  return signedFileUrl(secrets, id, new Date((Math.floor(now.getTime() / lasts) + 2) * lasts))
}

export interface FileUrlQuery {
  readonly expires?: unknown
  readonly signature?: unknown
}

export function checkFileUrl(secrets: Secrets, id: string, { expires, signature }: FileUrlQuery, now: Date) {
  const isOurs =
    typeof expires === 'string' &&
    typeof signature === 'string' &&
    secrets.verify(purpose, `${id}.${expires}`, signature)
  if (!isOurs) throw new Refused('file.link-wrong')
  if (Number(expires) * 1000 <= now.getTime()) throw new Refused('file.link-expired')
}
