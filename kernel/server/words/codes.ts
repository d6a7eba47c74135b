// Which codes the sources use, for the test that every one has its sentence.

import { globSync, readFileSync } from 'node:fs'

export interface UsedCode {
  readonly code: string
  readonly file: string
}

const code = /^[a-z][a-z0-9_-]*(\.[a-z0-9-]+)*$/
const patterns = [
  // The first argument of a refusal; a choice between two codes counts as both.
  /(?:new Refused|new FieldProblem|\brefuse)\(\s*((?:[^'(),]*\?\s*)?'[^']*'(?:\s*:\s*'[^']*')?)/g,
  /\binvalidField\(\s*(?:'[^']*'|`[^`]*`|[\w.]+)\s*,\s*((?:[^'(),]*\?\s*)?'[^']*'(?:\s*:\s*'[^']*')?)/g,
  /\bcode: ('[^']*')/g,
  /\bFST_\w+: ('[^']*')/g,
]

export const sources = (): readonly string[] =>
  globSync('{kernel,modules,apps}/**/*.ts').filter(
    file => !/\.(test|child)\.ts$|^kernel\/web\/|^kernel\/server\/words\/|\/words\.ts$/.test(file),
  )

export const usedCodes = (files: readonly string[]): UsedCode[] =>
  files.flatMap(file => codesIn(readFileSync(file, 'utf8')).map(found => ({ code: found, file })))

export const codesIn = (text: string): string[] =>
  patterns
    .flatMap(pattern => [...text.matchAll(pattern)].flatMap(([, given = '']) => quoted(given)))
    .filter(found => code.test(found))

/** Every quoted text: a code that is answered rather than thrown is at least one of these. */
export const quoted = (text: string): string[] => [...text.matchAll(/'([^'\n]*)'/g)].map(([, inner = '']) => inner)
