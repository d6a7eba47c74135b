// The sources as JavaScript, for a tool that does not read this TypeScript: the same folders and files, so that the
// rules speak of the paths that people see.

import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { transformWithOxc } from 'vite'

const isAside = (file: string) => /\.(test|child|d)\.tsx?$|\/tests\//.test(file)

export const sources = (): string[] => globSync('{kernel,modules,apps}/**/*.{ts,tsx}').filter(file => !isAside(file))

/** `run`: what is there when it runs; `all`: types are imports like any other. */
export async function mirror(what: 'run' | 'all'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-mirror-'))
  cpSync('package.json', join(folder, 'package.json'))
  for (const file of sources()) {
    const target = join(folder, file.replace(/\.tsx?$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, await asJavaScript(file, what))
  }
  for (const file of globSync('{kernel,modules,apps}/**/*.css')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(file, join(folder, file))
  }
  return folder
}

async function asJavaScript(file: string, what: 'run' | 'all') {
  const source = readFileSync(file, 'utf8')
  const plain =
    what === 'all'
      ? source
          .replace(/^import type (?=[{*\w])/gm, 'import ')
          .replace(/^export type (?=[{*])/gm, 'export ')
          .replace(/([{,]\s*)type (?=\w+[\s,}])/g, '$1')
      : source
  const { code } = await transformWithOxc(plain, file, {
    typescript: { onlyRemoveTypeImports: true },
    sourcemap: false,
  })
  return code.replace(/(from\s*|import\s*\(?\s*)(["'])([#.][^"']+)\.tsx?\2/g, '$1$2$3.js$2')
}
