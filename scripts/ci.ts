// Runs every check and adds up what passed: the tests on both engines, types, lint.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

interface Count {
  readonly passed: number
  readonly failed: number
  /** Of what failed. */
  readonly names: readonly string[]
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

const sum = (which: 'passed' | 'failed') => counts.reduce((total, count) => total + count[which], 0)
// At the end, where one looks.
for (const { names } of counts) for (const name of names) console.log(`FAILED ${name}`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)

function check(name: string, command: readonly string[]): Count {
  return run(name, command, {}) ? { passed: 1, failed: 0, names: [] } : { passed: 0, failed: 1, names: [name] }
}

/** Files that fail run once more, by themselves: what was only too slow on a busy machine passes then, and is named. */
function tests(name: string, command: readonly string[], env: Readonly<Record<string, string>>): Count {
  const first = suite(name, command, env)
  const files = first.files.filter(({ failed }) => failed.length > 0)
  if (files.length === 0 || files.length > 8) return first
  const paths = files.map(({ path }) => path)
  const again = suite(`${name}, once more`, ['npx', 'vitest', 'run', ...paths, '--maxWorkers=1'], env)
  const stands = new Set(again.names.map(test => test.replace(/^.*?: /, '')))
  for (const test of files.flatMap(({ failed }) => failed))
    if (!stands.has(test)) console.log(`UNSTEADY ${name}: ${test}`)
  const passedInThem = files.reduce((sum, { passed }) => sum + passed, 0)
  return { ...again, passed: first.passed - passedInThem + again.passed }
}

interface Suite extends Count {
  readonly files: readonly { readonly path: string; readonly passed: number; readonly failed: readonly string[] }[]
}

/** Counts what ran; a run that broke off before it counted anything has failed. */
function suite(name: string, command: readonly string[], env: Readonly<Record<string, string>>): Suite {
  const file = join(folder, `${name.replaceAll(' ', '-')}.json`)
  const passed = run(name, [...command, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], env)
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report
    const files = testResults.map(result => ({
      path: relative('.', result.name),
      passed: result.assertionResults.filter(({ status }) => status === 'passed').length,
      failed: failedIn(result),
    }))
    return {
      passed: numPassedTests,
      failed: passed ? numFailedTests : Math.max(1, numFailedTests),
      names: files.flatMap(({ failed }) => failed).map(test => `${name}: ${test}`),
      files,
    }
  } catch {
    return { passed: 0, failed: 1, names: [`${name}: broke off`], files: [] }
  }
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly TestFile[]
}
interface TestFile {
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
}

/** A file that fails without a test that does has failed before or after all of them. */
function failedIn({ name, status, assertionResults }: TestFile): string[] {
  const file = relative('.', name)
  const failed = assertionResults.filter(test => test.status === 'failed')
  if (failed.length === 0) return status === 'failed' ? [file] : []
  return failed.map(({ fullName }) => `${file} > ${fullName}`)
}

function run(name: string, [program = '', ...args]: readonly string[], env: Readonly<Record<string, string>>): boolean {
  const started = Date.now()
  console.log(`\n== ${name}`)
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`== ${name}: ${status === 0 ? 'good' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`)
  return status === 0
}
