import type { Field, ValueOf } from '../../schema/field.ts'

/** What the company decides for everybody: always has a value. */
export interface Setting<K extends string = string, F extends Field = Field> {
  readonly key: K
  /** Label, limits and how it is edited: the same as a field of a record. */
  readonly field: F
  readonly default: ValueOf<F>
}

export const defineSetting = <const K extends string, const F extends Field>(
  key: K,
  field: F,
  initial: ValueOf<F>,
): Setting<K, F> => ({ key, field, default: initial })

/** Any setting, as the kernel reads it at run time. */
export interface AnySetting {
  readonly key: string
  readonly field: Field
  readonly default: unknown
}

type ValueOfSetting<S extends AnySetting> = S extends Setting<string, infer F> ? ValueOf<F> : never

export type SettingValues<L extends readonly AnySetting[]> = {
  readonly [S in L[number] as S['key']]: ValueOfSetting<S>
}
