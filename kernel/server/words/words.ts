import type { Params } from '../../schema/refused.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export interface Sentence {
  readonly message: string
  /** What to do about it. */
  readonly action?: string
}
export type Catalogue = Readonly<Record<string, Sentence>>

/** What is said for each code, in each language; each module adds its own. */
export interface Words {
  say(language: string, code: string, params: Params): Sentence
}

export function collectWords(modules: readonly Readonly<Record<'en' | 'fr', Catalogue>>[] = []): Words {
  const all: Readonly<Record<string, Catalogue>> = {
    en: Object.assign({}, en, ...modules.map(module => module.en)),
    fr: Object.assign({}, fr, ...modules.map(module => module.fr)),
  }
  return {
    say(language, code, params) {
      const sentence = all[language]?.[code] ?? all.en?.[code] ?? { message: code }
      return {
        message: fill(sentence.message, params),
        ...(sentence.action ? { action: fill(sentence.action, params) } : {}),
      }
    },
  }
}

const fill = (text: string, params: Params) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
