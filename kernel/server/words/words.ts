import type { Params } from '../../schema/refused.ts'
import type { Model } from '../tables/model.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { type Labels, labelsOf, type ObjectWords } from './labels.ts'
import { objects } from './objects.ts'

export interface Sentence {
  readonly message: string
  /** What to do about it. */
  readonly action?: string
}
export type Catalogue = Readonly<Record<string, Sentence>>
/** Every code of another catalogue, and no other. */
export type SaysAsMuch<C extends Catalogue> = { readonly [code in keyof C]: Sentence }
export type Language = 'en' | 'fr'

/** What one module says, in each language. */
export interface ModuleWords {
  /** code → sentence */
  readonly en: Catalogue
  readonly fr: Catalogue
  /** Parts of the sidebar → what they are called. */
  readonly areas: Readonly<Record<Language, Readonly<Record<string, string>>>>
  /** object → its French words; the English ones stand in the declarations. */
  readonly objects: Readonly<Record<string, ObjectWords>>
}

/** What is said for each code, and what everything is called, in each language. */
export interface Words {
  say(language: string, code: string, params: Params): Sentence
  labelsOf(model: Model, language: string): Labels
  areaOf(area: string, language: string): string
}

export const kernelWords: ModuleWords = {
  en,
  fr,
  areas: { en: { administration: 'Administration' }, fr: { administration: 'Administration' } },
  objects,
}

export function collectWords(modules: readonly ModuleWords[] = []): Words {
  const all = [kernelWords, ...modules]
  const sentences: Readonly<Record<string, Catalogue>> = {
    en: merged(all.map(each => each.en)),
    fr: merged(all.map(each => each.fr)),
  }
  const areas: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    en: merged(all.map(each => each.areas.en)),
    fr: merged(all.map(each => each.areas.fr)),
  }
  const french = merged(all.map(each => each.objects))
  return {
    say(language, code, params) {
      const sentence = sentences[language]?.[code] ?? sentences.en?.[code] ?? { message: code }
      return {
        message: fill(sentence.message, params),
        ...(sentence.action ? { action: fill(sentence.action, params) } : {}),
      }
    },
    labelsOf: (model, language) =>
      labelsOf(model.object, model.fields, language === 'fr' ? withBase(french[model.name]) : undefined),
    areaOf: (area, language) => areas[language]?.[area] ?? areas.en?.[area] ?? area,
  }
}

/** Fields that every record has. */
const base = { owner_id: 'Responsable', created_by: 'Créé par', created_at: 'Créé le', updated_at: 'Modifié le' }

const withBase = (words: ObjectWords | undefined) => words && { ...words, fields: { ...base, ...words.fields } }

const merged = <V>(parts: readonly Readonly<Record<string, V>>[]): Readonly<Record<string, V>> =>
  Object.assign({}, ...parts)

export const fill = (text: string, params: Params) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
