import type { Field, ValueOf } from '../../schema/field.ts'

/** What the company decides for everybody. One that has no default may be empty. */
export interface Setting<K extends string = string, F extends Field = Field, D = ValueOf<F> | null> {
  readonly key: K
  /** Label, limits and how it is edited: the same as a field of a record. */
  readonly field: F
  readonly default: D
  /** Throws a FieldProblem for what the field would take and this does not. */
  readonly check: (value: ValueOf<F>) => void
}

export const defineSetting = <
  const K extends string,
  const F extends Field,
  const D extends ValueOf<F> | null = ValueOf<F>,
>(
  key: K,
  field: F,
  initial: D,
  check: (value: ValueOf<F>) => void = () => {},
): Setting<K, F, D extends null ? null : ValueOf<F>> => ({ key, field, default: initial as never, check })

/** Any setting, as the kernel reads it at run time. */
export interface AnySetting {
  readonly key: string
  readonly field: Field
  readonly default: unknown
  readonly check?: (value: never) => void
}

type ValueOfSetting<S extends AnySetting> = S extends Setting<string, infer F, infer D> ? ValueOf<F> | D : never

export type SettingValues<L extends readonly AnySetting[]> = {
  readonly [S in L[number] as S['key']]: ValueOfSetting<S>
}
