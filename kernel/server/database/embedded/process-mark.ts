import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { codeOf } from '../../error-code.ts'

/** Which process: its number alone is given to another one some day, and counts from 1 in each container. */
export interface ProcessMark {
  readonly pid: number
  /** When it started, where the system tells. */
  readonly started: string | null
  /** Within what the number counts: a boot of a machine, a container. */
  readonly machine: string
}

export const thisProcess = (): ProcessMark => ({ pid: process.pid, started: startOf(process.pid), machine: machine() })

/** Undefined: it cannot be asked from here. */
export function isAlive(mark: ProcessMark) {
  if (mark.machine !== machine()) return undefined
  if (!exists(mark.pid)) return false
  const started = startOf(mark.pid)
  return started === null || mark.started === null || started === mark.started
}

function exists(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** The 22nd word of /proc/<pid>/stat; the second, the name, may hold spaces and brackets. */
function startOf(pid: number) {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

function machine() {
  const boot = tryRead(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim())
  const processes = tryRead(() => readlinkSync('/proc/self/ns/pid'))
  return boot && processes ? `${boot} ${processes}` : hostname()
}

function tryRead(read: () => string) {
  try {
    return read()
  } catch {
    return null
  }
}
