// Runs every check and adds up what passed: the tests on both engines, types, lint.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Count {
  readonly passed: number
  readonly failed: number
}

const folder = mkdtempSync(join(tmpdir(), 'rapport-ci-'))
const counts: Count[] = [
  check('types', ['npx', 'tsc']),
  check('lint', ['npm', 'run', '--silent', 'lint']),
  tests('the suite on the embedded database', ['npm', 'test', '--'], {}),
  tests('the suite on PostgreSQL', ['npx', 'vitest', 'run', 'kernel', 'modules', 'tests/contract'], {
    TEST_ENGINE: 'postgres',
  }),
]

const sum = (which: keyof Count) => counts.reduce((total, count) => total + count[which], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)

function check(name: string, command: readonly string[]): Count {
  return run(name, command, {}) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Counts what ran; a run that broke off before it counted anything has failed. */
function tests(name: string, command: readonly string[], env: Readonly<Record<string, string>>): Count {
  const file = join(folder, `${name.replaceAll(' ', '-')}.json`)
  const passed = run(name, [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: passed ? numFailedTests : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function run(name: string, [program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): boolean {
  const started = Date.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`== ${name}: ${status === 0 ? 'good' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`)
  return status === 0
}
