// Every catalogue of the page: the kernel's own and those of the modules' screens.

import { globSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Sentences } from '#kernel/web/words/sentences.ts'

export interface PageWords {
  /** The folder that it lies in. */
  readonly of: string
  readonly en: Sentences<string>
  readonly fr: Sentences<string>
}

export const pageWords: readonly PageWords[] = await Promise.all(
  globSync(['kernel/web/words/{.,*}/en.ts', 'modules/*/web/words/en.ts'])
    .sort()
    .map(async file => {
      const folder = file.replace(/\/en\.ts$/, '')
      const load = (language: string) => import(pathToFileURL(`${folder}/${language}.ts`).href)
      const [{ en }, { fr }] = await Promise.all([load('en'), load('fr')])
      return { of: folder, en, fr }
    }),
)
