// Countries, currencies, languages and time zones: a code is stored, its name is shown in the language of who reads.

import { fold } from '../../schema/fold.ts'
import { countries } from './countries.ts'

export type CodeOf = 'country' | 'currency' | 'language' | 'time_zone'

/** As ISO 639-1 writes them. */
const languages =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  )

const lists: Readonly<Record<CodeOf, () => readonly string[]>> = {
  country: () => countries,
  currency: () => Intl.supportedValuesOf('currency'),
  language: () => languages,
  time_zone: () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter(zone => zone !== 'UTC')],
}
const kinds = { country: 'region', currency: 'currency', language: 'language' } as const

export interface Code {
  readonly code: string
  readonly name: string
}

const known = new Map<string, readonly Code[]>()

/** All of them, in the order of their names. */
export function codesIn(of: CodeOf, language: string): readonly Code[] {
  const key = `${of} ${language}`
  const found = known.get(key) ?? namedIn(of, language)
  known.set(key, found)
  return found
}

function namedIn(of: CodeOf, language: string): readonly Code[] {
  const nameOf = of === 'time_zone' ? zoneName : namesBy(kinds[of], language)
  const all = lists[of]().map(code => ({ code, name: nameOf(code) }))
  return of === 'time_zone' ? all : all.toSorted((a, b) => a.name.localeCompare(b.name, language))
}

const zoneName = (zone: string) => zone.replaceAll('_', ' ')

function namesBy(type: (typeof kinds)[keyof typeof kinds], language: string) {
  const names = new Intl.DisplayNames(language, { type })
  // «français» stands alone here, and not within a sentence.
  const begun = (name: string) => name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
  return (code: string) => begun(names.of(code) ?? code)
}

export const codeName = (code: string, of: CodeOf, language: string) =>
  codesIn(of, language).find(each => each.code === code)?.name ?? code

/** The code that somebody means by a code or by a name, in the language of the reader or in English. */
export function readCode(text: string, of: CodeOf, language: string): string | undefined {
  const wanted = fold(text.trim())
  const fits = ({ code, name }: Code) => fold(code) === wanted || fold(name) === wanted
  return (codesIn(of, language).find(fits) ?? codesIn(of, 'en').find(fits))?.code
}

/** As it is written by the standard, in small letters or in capitals. */
export function asCode(text: string, of: CodeOf): string | undefined {
  const all = lists[of]()
  return all.includes(text) ? text : all.find(code => code.toLowerCase() === text.toLowerCase())
}
