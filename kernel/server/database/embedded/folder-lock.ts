// PGlite takes no lock, and a second process on its folder loses writes without a word.
//
// Each holder writes a file of the next number, which only one can create. The highest number holds the folder
// until its process is dead or says that it left; it stays behind, so that numbers never go back, and the next
// holder removes the lower ones. Whoever created a number and then sees a higher one came too late.
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { Refused } from '../../../schema/refused.ts'
import { codeOf } from '../../error-code.ts'
import { isAlive, type ProcessMark, thisProcess } from './process-mark.ts'

export interface FolderLock {
  announce(url: string): void
  release(): void
}
interface Holder extends ProcessMark {
  readonly url: string | null
  readonly released: boolean
}
interface Numbered {
  readonly number: number
  readonly holder: Holder | undefined
  readonly age: number
}

/** For a process on another machine, or in another container, that cannot be asked: it touches its file. */
const beat = 5_000
const dead = 30_000
const name = (folder: string, number: number) => join(folder, `lock.${number}`)

export function lockFolder(folder: string): FolderLock {
  const before = highest(folder)
  if (before && isHeld(before)) throw inUse(before)
  const mine: Holder = { ...thisProcess(), url: null, released: false }
  const file = claim(folder, (before?.number ?? 0) + 1, mine)
  const pulse = setInterval(() => touch(file), beat).unref()
  return {
    announce: url => replace(file, { ...mine, url }),
    release() {
      clearInterval(pulse)
      replace(file, { ...mine, released: true })
    },
  }
}

export function claim(folder: string, number: number, holder: Holder) {
  const file = name(folder, number)
  if (!createOnly(file, holder)) throw inUse(highest(folder))
  const winner = highest(folder)
  if (winner?.number !== number) {
    rmSync(file, { force: true })
    throw inUse(winner)
  }
  for (const lower of numbers(folder).filter(other => other < number)) rmSync(name(folder, lower), { force: true })
  return file
}

/** The process that holds the folder, and where its server answers if it serves. */
export function whoHolds(folder: string): { readonly pid: number; readonly url: string | null } | undefined {
  const last = highest(folder)
  if (!last?.holder || !isHeld(last)) return undefined
  return { pid: last.holder.pid, url: last.holder.url }
}

/** A file without content is being written at this moment, unless its writer died over it. */
function isHeld({ holder, age }: Numbered) {
  if (!holder) return age < beat
  if (holder.released) return false
  return isAlive(holder) ?? age < dead
}

function highest(folder: string): Numbered | undefined {
  const number = Math.max(0, ...numbers(folder))
  if (!number) return undefined
  try {
    const file = name(folder, number)
    return { number, age: Date.now() - statSync(file).mtimeMs, holder: parse(readFileSync(file, 'utf8')) }
  } catch (error) {
    // A higher one came meanwhile and removed it.
    if (codeOf(error) === 'ENOENT') return highest(folder)
    throw error
  }
}

function numbers(folder: string) {
  try {
    return readdirSync(folder).flatMap(entry => (/^lock\.\d+$/.test(entry) ? [Number(entry.slice(5))] : []))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function createOnly(file: string, holder: Holder) {
  try {
    write(file, 'wx', holder)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function replace(file: string, holder: Holder) {
  write(`${file}.next`, 'w', holder)
  renameSync(`${file}.next`, file)
}

function write(file: string, flag: 'w' | 'wx', holder: Holder) {
  const handle = openSync(file, flag, 0o600)
  writeSync(handle, JSON.stringify(holder))
  closeSync(handle)
}

/** Without its file this process holds the folder no longer: better to end than to write beside another. */
function touch(file: string) {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch (cause) {
    throw new Error(`${file} is gone: the folder of the embedded database was taken over or removed`, { cause })
  }
}

const inUse = (by: Numbered | undefined) =>
  new Refused('database.in-use', { pid: by?.holder?.pid ?? null, url: by?.holder?.url ?? null })
