// What an installation takes: time, and room on disk.

import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { megabytes, type Report, seconds } from '../report.ts'

/** As on a new computer: what is fetched, what stays. Node comes along as a package and is not counted. */
export async function install(report: Report) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-install-'))
  for (const name of ['package.json', 'package-lock.json']) cpSync(name, join(folder, name))
  const run = (...args: string[]) =>
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', ...args], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  const before = performance.now()
  run()
  const took = performance.now() - before
  report.line({ work: 'npm ci', ours: seconds(took), target: '≤ 90 s', ok: took <= 90_000 })
  run('--omit=dev')
  for (const name of ['apps', 'bin', 'db', 'kernel', 'modules', 'dist'])
    if (existsSync(name)) cpSync(name, join(folder, name), { recursive: true })
  const size = sizeOf(folder) - sizeOf(join(folder, 'node_modules', 'node'))
  rmSync(folder, { recursive: true, force: true })
  report.line({
    work: 'production on disk, without Node itself',
    ours: megabytes(size),
    target: '≤ 250 MB',
    ok: size <= 250 * 2 ** 20,
  })
}

function sizeOf(folder: string): number {
  try {
    return (
      Number(
        execFileSync('du', ['-sk', folder], { stdio: ['ignore', 'pipe', 'ignore'] })
          .toString()
          .split('\t')[0],
      ) * 1024
    )
  } catch {
    return 0
  }
}
