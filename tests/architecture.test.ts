// What is said of the house in ARCHITECTURE.md, checked: who imports whom, that the kernel knows no business, who writes
// where, what we may ship, and how much there is of it.

import { execFileSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { parts } from '#modules/parts.ts'
import { objects as kernelObjects } from '../modules/index.ts'
import { mirror, sources } from './architecture/mirror.ts'

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[]
  options: ICruiseOptions
}

async function broken(what: 'run' | 'all', rules: readonly IForbiddenRuleType[]): Promise<string[]> {
  const folder = await mirror(what)
  try {
    const { output } = await cruise(['kernel', 'modules', 'apps'], {
      ...options,
      baseDir: folder,
      ruleSet: { forbidden: [...rules] },
      validate: true,
    })
    const { modules, summary } = output as ICruiseResult
    expect(modules.length).toBeGreaterThan(200)
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} imports ${to}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('imports', () => {
  it('go in no circle when it runs', async () => {
    expect(
      await broken(
        'run',
        forbidden.filter(({ name }) => name === 'no-circles'),
      ),
    ).toEqual([])
  }, 60_000)

  it('keep to the table, those of types too', async () => {
    expect(
      await broken(
        'all',
        forbidden.filter(({ name }) => name !== 'no-circles'),
      ),
    ).toEqual([])
  }, 60_000)
})

const code = (file: string) =>
  readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(?<=^|\s)\/\/.*$/gm, '')
const ofKernel = sources().filter(file => file.startsWith('kernel/'))

describe('the kernel', () => {
  /** Words of an address book, by which the column of somebody else's file is recognised. */
  const dictionaries = ['kernel/server/transfer/import/synonyms.ts']

  it('knows no business noun', () => {
    const own = new Set([
      'user',
      'team',
      'role',
      'role_grant',
      'role_mask',
      'tag',
      'custom_field',
      'currency_rate',
      'view',
      'dashboard',
    ])
    const nouns = parts.objects.filter(({ name }) => !own.has(name)).flatMap(({ name, plural }) => [name, plural])
    expect(nouns).toContain('deal')
    // «company» is also who runs Rapport.
    const spoken = new RegExp(`(['"\`/])(${nouns.filter(noun => noun !== 'company').join('|')})\\1`)
    const found = ofKernel
      .filter(file => !dictionaries.includes(file))
      .flatMap(file =>
        code(file)
          .split('\n')
          .filter(line => spoken.test(line))
          .map(line => `${file}: ${line.trim()}`),
      )
    expect(found).toEqual([])
  })

  it('asks of no object what it is called', () => {
    const asked = /\b(object|model|other)\.name\s*[!=]==\s*['"]/
    expect(
      ofKernel.flatMap(file =>
        code(file)
          .split('\n')
          .filter(line => asked.test(line))
          .map(line => `${file}: ${line.trim()}`),
      ),
    ).toEqual([])
  })

  it('is of files that one can read', () => {
    const sizes = ofKernel
      .filter(file => !/words\/|web\/words\//.test(file))
      .map(file => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    const [page, house] = [true, false].map(ofPage =>
      sizes
        .filter(({ file }) => !file.includes('.test.') && file.startsWith('kernel/web/') === ofPage)
        .reduce((sum, { lines }) => sum + lines, 0),
    )
    console.log(`kernel: ${sizes.length} files; without tests ${house} lines, and ${page} of the page`)
    expect(sizes.filter(({ lines }) => lines > 320)).toEqual([])
    expect(sizes.filter(({ lines }) => lines > 120).length).toBeLessThan(sizes.length / 6)
    // The search for duplicates and their merging, which every object may have, took 1,700 of them; amounts in many currencies 600,
    // charts of any object and the dashboards that keep them 800, what is written around a record 130, what
    // each route answers 270, codes of countries and languages 150,
    // what is said of values before they are sent 60.
    expect(house).toBeLessThan(30_480)
    // Charts, dashboards and their editor took 2,200 of them.
    expect(page).toBeLessThan(28_200)
  })
})

describe('tables of objects', () => {
  /** Who writes them beside the pipeline, and why. */
  const exceptions: Readonly<Record<string, string>> = {
    'kernel/server/identity/sign-ins.ts':
      'mirrors the last sign-in on the user: no change of anybody’s doing, and no version of the record',
    'kernel/server/identity/jobs.ts': 'forgets sessions and keys, which are no records',
    'kernel/server/backup/restore.ts': 'puts back what the pipeline once wrote',
    'kernel/server/tables/insert-rows.ts': 'the statements that the pipeline runs',
  }

  it('are written by the pipeline alone', () => {
    const tables = Object.values(kernelObjects)
      .map(({ plural }) => plural)
      .join('|')
    const writes = new RegExp(
      [
        `(insertInto|updateTable|deleteFrom)\\(\\s*'(${tables})'`,
        `(insert into|update|delete from)\\s+(${tables})\\b`,
        '(insertRows|updateRows|updateSame)\\(\\s*\\w+\\.table\\b',
        '(insert into|update|delete from)\\s+\\$\\{sql\\.table\\(',
      ].join('|'),
      'i',
    )
    const found = sources().filter(file => writes.test(code(file)) && !file.startsWith('kernel/server/records/'))
    expect(found.sort()).toEqual(Object.keys(exceptions).sort())
    expect(
      sources().filter(file => file.startsWith('kernel/server/records/') && writes.test(code(file))).length,
    ).toBeGreaterThan(1)
  })
})

describe('what we ship', () => {
  const allowed = new Set([
    'MIT',
    'MIT-0',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MPL-2.0',
    '0BSD',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'Python-2.0',
    'Unlicense',
    // Of fonts.
    'OFL-1.1',
  ])

  /** What says it in a file beside, and not where it is asked. */
  const beside: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' }

  it('has licences that let us', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { dev?: boolean; license?: string }>
    }
    const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev)
    expect(shipped.length).toBeGreaterThan(50)
    const isAllowed = (license = '') =>
      license
        .replace(/[()]/g, '')
        .split(/ OR /)
        .some(one => one.split(/ AND /).every(part => allowed.has(part.trim())))
    expect(
      shipped
        .filter(([path, { license = beside[path] }]) => !isAllowed(license))
        .map(([path, { license }]) => `${path}: ${license}`),
    ).toEqual([])
  })

  it('imports nothing that it does not name', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >
    const imported = (files: readonly string[]) =>
      new Set(
        files.flatMap(file =>
          [...code(file).matchAll(/(?:^import [^'"]*|from |import\()'((?:@[\w-]+\/)?[\w-]+)[^']*'/gm)].map(
            ([, name = '']) => name,
          ),
        ),
      )
    const isPage = (file: string) => /\.(web|input)\.tsx?$|\/web\/|\.tsx$/.test(file)
    // Beside what it checks, and read by tests alone.
    const ofTests = 'kernel/server/describe/check-document.ts'
    expect(sources().filter(file => code(file).includes('check-document'))).toEqual([])
    const server = imported(sources().filter(file => !isPage(file) && file !== ofTests))
    expect([...server].filter(name => !(name in dependencies) && name !== 'node')).toEqual([])
    expect(
      [...imported(sources().filter(isPage))].filter(name => !(name in dependencies) && !(name in devDependencies)),
    ).toEqual([])
  })
})

describe('types', () => {
  const tsc = (args: readonly string[]) => {
    try {
      return execFileSync(process.execPath, ['node_modules/typescript/lib/tsc.js', '--extendedDiagnostics', ...args], {
        encoding: 'utf8',
        maxBuffer: 2 ** 26,
      })
    } catch (error) {
      return String((error as { stdout?: string }).stdout)
    }
  }

  it('cost no more than they are worth', () => {
    const said = tsc([])
    const instantiations = Number(/Instantiations:\s+(\d+)/.exec(said)?.[1])
    console.log(`types: ${instantiations} instantiations`)
    expect(instantiations).toBeGreaterThan(10_000)
    // Most of them are Kysely's, Fastify's and Mantine's. What grows with the number of objects must stay small.
    expect(instantiations).toBeLessThan(3_000_000)
  }, 180_000)
})

it('every test is one that vitest finds', () => {
  expect(globSync('{kernel,modules,apps,tests}/**/*.test.tsx')).toEqual([])
})
