// Builds the page into dist/web, unless it is there and nothing it is made from has changed since.
// node scripts/build-page.ts, or ensurePage() before the server starts.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { glob, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'dist/web')
const stamp = join(root, 'dist/web.sources')

/** Answers with whether anything had to be built. */
export async function ensurePage(): Promise<boolean> {
  const isThere = existsSync(join(target, 'index.html'))
  // An installation for production has the page and not the tools that make it.
  if (isThere && !existsSync(join(root, 'node_modules/vite'))) return false
  const sources = await hashOfSources()
  if (isThere && (await readFile(stamp, 'utf8').catch(() => '')) === sources) return false
  await buildPage(sources)
  return true
}

const sourcePatterns = [
  'kernel/{schema,fields,web}/**/*',
  'modules/**/*',
  'apps/web.tsx',
  'index.html',
  'vite.config.ts',
  'vite.pages.config.ts',
  'package-lock.json',
]

async function hashOfSources() {
  const found = await Array.fromAsync(glob(sourcePatterns, { cwd: root, withFileTypes: true }))
  const files = found
    .filter(entry => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort())
    hash
      .update(file.slice(root.length))
      .update('\0')
      .update(await readFile(file))
  return hash.digest('hex')
}

/** Beside the old one first: a server that runs meanwhile goes on serving whole files. */
async function buildPage(sources: string) {
  const fresh = `${target}.${process.pid}`
  await mkdir(join(root, 'dist'), { recursive: true })
  await runVite('--outDir', fresh, '--emptyOutDir')
  await runVite('--outDir', fresh, '--config', 'vite.pages.config.ts')
  await compressAll(fresh)
  await rm(target, { recursive: true, force: true, maxRetries: 5 })
  // Two processes may build at once; both make the same page.
  await rename(fresh, target).catch(() => rm(fresh, { recursive: true }))
  await writeFile(stamp, sources)
}

/** In a process of its own: it takes memory that a server should not keep, and a test must not get a page for tests. */
async function runVite(...options: readonly string[]) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const command = [vite, 'build', ...options, '--logLevel', 'warn']
  const child = spawn(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The page could not be built: vite says why above.')
}

async function compressAll(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && /\.(js|css|html|svg)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
  await Promise.all(files.map(compress))
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

async function compress(file: string) {
  const content = await readFile(file)
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }
  await writeFile(`${file}.br`, await toBrotli(content, options))
  await writeFile(`${file}.gz`, await toGzip(content, { level: 9 }))
}

if (import.meta.main) console.log((await ensurePage()) ? 'The page is built: dist/web.' : 'The page is up to date.')
