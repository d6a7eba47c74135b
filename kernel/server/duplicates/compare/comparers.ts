import type { Likeness } from '../../../schema/alike.ts'
import { fold } from '../../../schema/fold.ts'
import { jaroWinkler } from './jaro-winkler.ts'
import { likeOrganisations, organisationKeys, readOrganisation } from './organisation.ts'
import { likePersons, type Person, personKeys, readPerson } from './person.ts'
import { likeEmails, likePhones, readDomain, readEmail, readPhone } from './points.ts'

/** A way to compare: what is compared is made once for each record, and the rest of it works on that. */
export interface Comparer<V> {
  /** From the values of the fields; nothing where they say nothing. */
  readonly read: (values: readonly string[]) => V | undefined
  readonly like: (a: V, b: V) => number
  /** What two records have in common that are alike; not always, but as often as one can have it. */
  readonly keys: (value: V) => readonly string[]
  /** One key has few records by itself. */
  readonly selective: boolean
}

type Set = readonly string[]

const same = (a: string, b: string) => (a === b ? 1 : 0)
const likeTexts = (a: string, b: string) => {
  const like = jaroWinkler(a, b)
  return like >= 0.88 ? like : 0
}

export const comparers: { readonly [L in Likeness]: Comparer<never> } = {
  same: ofSets(fold, same, value => [value], false),
  text: ofSets(
    text =>
      fold(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    likeTexts,
    value => value.split(' ').slice(0, 3),
    false,
  ),
  email: ofSets(readEmail, likeEmails, value => [value], true),
  phone: ofSets(readPhone, likePhones, value => [value], true),
  domain: ofSets(readDomain, same, value => [value], false),
  organisation: ofSets(readOrganisation, likeOrganisations, organisationKeys, false),
  person: {
    read: values => nonEmpty(readPerson(values)),
    like: likePersons,
    keys: personKeys,
    selective: false,
  } satisfies Comparer<Person> as Comparer<never>,
}

/** Of several addresses it is enough that two are alike. */
function ofSets(
  read: (text: string) => string | undefined,
  like: (a: string, b: string) => number,
  keys: (value: string) => readonly string[],
  selective: boolean,
): Comparer<never> {
  const comparer: Comparer<Set> = {
    read: values => nonEmpty([...new Set(values.flatMap(value => read(value) || []))].slice(0, 8)),
    like(a, b) {
      let best = 0
      for (const one of a) for (const other of b) best = Math.max(best, like(one, other))
      return best
    },
    keys: values => values.flatMap(keys),
    selective,
  }
  return comparer as unknown as Comparer<never>
}

const nonEmpty = <V extends readonly unknown[]>(values: V) => (values.length ? values : undefined)
