import { json } from '../../fields/index.ts'
import { isPlainObject } from '../../fields/list.ts'
import { type Alike, comparisonsOf } from '../../schema/alike.ts'
import { invalid, type Problem, Refused } from '../../schema/refused.ts'
import type { Actor } from '../access/actor.ts'
import type { Db, Tx } from '../database/database.ts'
import { type Setter, writeSetting } from '../settings/settings.ts'
import type { Model, Models } from '../tables/model.ts'
import { type Rules, readRules } from './rules.ts'
import { seesPath } from './traits.ts'

const keyFor = ({ name }: Model) => `alike.${name}`

/** The rules of an object as they are now: declared, and then adjusted. */
export async function alikeNow(db: Db | Tx, model: Model): Promise<Alike> {
  const declared = declaredFor(model)
  const stored = await db.selectFrom('settings').select('value').where('key', '=', keyFor(model)).executeTakeFirst()
  // Written by another version, perhaps: what does not fit any more counts as not written.
  return stored && problemsOf(declared, stored.value).length === 0
    ? adjusted(declared, stored.value as Adjustment)
    : declared
}

export const rulesNow = async (db: Db | Tx, model: Model): Promise<Rules> =>
  readRules(model.name, await alikeNow(db, model))

/** Only those that rest on what this person may see: otherwise what is hidden could be guessed from what is found. */
export async function rulesSeen(db: Db | Tx, models: Models, actor: Actor, model: Model): Promise<Rules> {
  const alike = await alikeNow(db, model)
  return readRules(model.name, {
    ...alike,
    rules: Object.fromEntries(
      seenRules(models, actor, model, alike).map(name => [name, alike.rules[name]]),
    ) as Alike['rules'],
  })
}

export const seenRules = (models: Models, actor: Actor, model: Model, { rules }: Alike): string[] =>
  Object.entries(rules).flatMap(([name, { like }]) =>
    comparisonsOf(like).every(({ of }) => of.every(path => seesPath(models, actor, model, path))) ? [name] : [],
  )

export function declaredFor(model: Model): Alike {
  if (!model.object.alike) throw new Refused('duplicates.not-declared', { object: model.name }, { kind: 'missing' })
  return model.object.alike
}

type Numbers = Readonly<Record<string, number>>
interface Adjustment {
  readonly threshold?: number
  readonly sure?: number
  readonly rules?: Readonly<Record<string, Numbers>>
}

export async function writeRules(ctx: Setter, model: Model, given: Readonly<Record<string, unknown>>) {
  const problems = problemsOf(declaredFor(model), given)
  if (problems.length) throw invalid(problems)
  await writeSetting(ctx, { key: keyFor(model), field: json(), default: {} }, given)
}

const limits: Readonly<Record<string, readonly [number, number]>> = {
  weight: [0, 100],
  against: [0, 100],
  from: [0.5, 1],
}

/** What is wrong with an adjustment; everything at once. */
function problemsOf(declared: Alike, given: unknown): Problem[] {
  if (!isPlainObject(given)) return [{ field: '', code: 'not-an-object' }]
  const { threshold, sure, rules = {}, ...strange } = given
  const problems: Problem[] = Object.keys(strange).map(field => ({ field, code: 'unknown-field' }))
  const number = (field: string, value: unknown, [min, max]: readonly [number, number]) => {
    if (value !== undefined && (typeof value !== 'number' || !(value >= min && value <= max)))
      problems.push({ field, code: 'limit.out-of-range', params: { min, max } })
  }
  number('threshold', threshold, [30, 100])
  number('sure', sure, [30, 100])
  if (!isPlainObject(rules)) return [...problems, { field: 'rules', code: 'not-an-object' }]
  for (const [name, values] of Object.entries(rules)) {
    if (!Object.hasOwn(declared.rules, name)) problems.push({ field: `rules.${name}`, code: 'unknown-field' })
    else if (!isPlainObject(values)) problems.push({ field: `rules.${name}`, code: 'not-an-object' })
    else
      for (const [part, value] of Object.entries(values))
        if (limits[part]) number(`rules.${name}.${part}`, value, limits[part])
        else problems.push({ field: `rules.${name}.${part}`, code: 'unknown-field' })
  }
  if (problems.length === 0) {
    const made = adjusted(declared, given as Adjustment)
    if (made.sure < made.threshold)
      problems.push({ field: 'sure', code: 'duplicates.sure-below', params: { min: made.threshold } })
    if (Object.values(made.rules).reduce((sum, { weight }) => sum + weight, 0) < made.threshold)
      problems.push({ field: 'threshold', code: 'duplicates.never-reached' })
  }
  return problems
}

const adjusted = (declared: Alike, { threshold, sure, rules = {} }: Adjustment): Alike => ({
  threshold: threshold ?? declared.threshold,
  sure: sure ?? declared.sure,
  rules: Object.fromEntries(Object.entries(declared.rules).map(([name, rule]) => [name, { ...rule, ...rules[name] }])),
})
