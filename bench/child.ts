// A server in a process of its own: started, asked for its memory, stopped.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

export interface Child {
  readonly base: string
  readonly pid: number
  /** Milliseconds from the start of the process until it answered. */
  readonly started: number
  /** Bytes of memory that it holds now, and the most it ever held. */
  memory(): { readonly now: number; readonly most: number }
  stop(): Promise<void>
}

/** As bin/rapport.js starts it. */
export const startOurs = (env: Readonly<Record<string, string>>) =>
  startChild(['--semi-space-growth-factor=1', 'bench/ours.ts'], env)
export const startFloor = (env: Readonly<Record<string, string>>) => startChild(['bench/floor.ts'], env)

/** What does the jobs of a company on PostgreSQL. */
export function startWorker(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ['bin/rapport.js', 'worker'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit')
  return {
    async stop() {
      process.off('exit', kill)
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** The program says on which port it answers. */
export async function startChild(program: readonly string[], env: Readonly<Record<string, string>>): Promise<Child> {
  const before = performance.now()
  const child = spawn(process.execPath, [...program], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  const ended = once(child, 'exit')
  const port = await Promise.race([
    once(child, 'message').then(([message]) => Number(message.port)),
    ended.then(([code]) => Promise.reject(new Error(`${program.join(' ')} ended with ${code} before it answered.`))),
  ])
  const started = performance.now() - before
  const pid = child.pid ?? 0
  return {
    base: `http://127.0.0.1:${port}`,
    pid,
    started,
    memory: () => memoryOf(pid),
    async stop() {
      process.off('exit', kill)
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Where the system does not say, nothing. */
export function memoryOf(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) * 1024
    return { now: kilobytes('VmRSS'), most: kilobytes('VmHWM') }
  } catch {
    return { now: 0, most: 0 }
  }
}
