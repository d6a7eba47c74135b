import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../error-code.ts'

/** The key kept in the data folder, made the first time. */
export function keptKey(dataDir: string) {
  const path = join(dataDir, 'secret.key')
  const key = readKey(path) ?? makeKey(dataDir, path)
  if (key.length < 32)
    throw new Error(`${path} is damaged: restore it from a backup, or what is encrypted stays unreadable`)
  return key
}

function readKey(path: string) {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

// Written whole under another name and then linked: of two processes that start at once, one key
// wins and both read that one, and a crash leaves no half a key.
function makeKey(dataDir: string, path: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  try {
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, path)
    sync(dataDir)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}

function sync(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
