import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refused } from '../../schema/refused.ts'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'

/** What FILES_URL may begin with. */
export const storeSchemes = ['file:'] as const

export function openStore({ filesUrl, dataDir }: { filesUrl: string | null; dataDir: string }): FileStore {
  if (filesUrl === null) return diskStore(join(dataDir, 'files'))
  const url = new URL(filesUrl)
  if (url.protocol !== 'file:') throw new Refused('file.store-unknown', { scheme: url.protocol })
  return diskStore(fileURLToPath(url))
}
