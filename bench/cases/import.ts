// bench/import.ts, which compares processor time and memory in a process of its own, as lines of this report.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import type { Report } from '../report.ts'

export async function imported(rows: number, rounds: number, report: Report) {
  const child = spawn(process.execPath, ['bench/import.ts', String(rows), String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`)
  const time = (name: string) => Number(new RegExp(`^${name} +([\\d.]+) s`, 'm').exec(said)?.[1])
  const ours = time('imported')
  const by = [
    ['by hand, with their rows', 2.5],
    ['by hand, contacts alone', undefined],
  ] as const
  for (const [name, most] of by) {
    const ratio = ours / time(name)
    const target = most ? { target: `≤ ${most}`, ok: ratio <= most } : {}
    report.line({
      work: `import of ${rows.toLocaleString('en')}; ${name}`,
      ours: `${ours} s`,
      floor: `${time(name)} s`,
      ratio,
      ...target,
    })
  }
  const memory = Number(/^peak memory (\d+) MB/m.exec(said)?.[1])
  report.line({
    work: 'memory of the process that imports',
    ours: `${memory} MB`,
    target: '≤ 300 MB',
    ok: memory <= 300,
  })
}
