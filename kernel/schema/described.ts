// What GET /api/schema tells: what this person may see and do, in their language.

import type { Field } from './field.ts'
import type { Action, Board, Face, Need, State, Step } from './object.ts'

/** A field as it was declared, with its words in the language of the reader; masked against writing, it is readonly. */
export type DescribedField = Field & { readonly name: string; readonly label: string }

export interface DescribedAction {
  readonly name: string
  readonly label: string
  /** The permission that carries it where a role says nothing about it. */
  readonly needs: Need
  readonly confirm: boolean
  readonly final?: true
  /** Offered where a record is like this. */
  readonly when: State
  readonly tone?: Action['tone']
  readonly input: readonly DescribedField[]
}

export interface DescribedObject {
  readonly name: string
  readonly label: readonly [one: string, many: string]
  /** What its records are for. */
  readonly about: string | null
  readonly plural: string
  readonly icon: string
  /** The form of the picture beside a name, where its records have one. */
  readonly face: Face | null
  readonly area: string
  readonly owned: boolean
  /** What stands where one may write a new one. */
  readonly prompt: string | null
  readonly title: readonly string[]
  readonly list: readonly string[]
  readonly form: readonly { readonly label: string | null; readonly fields: readonly string[] }[]
  readonly through: string | null
  /** The field that says when it happened, where that is not when it was written down. */
  readonly happened: string | null
  /** Has no place of its own in the sidebar. */
  readonly part: boolean
  readonly fields: readonly DescribedField[]
  readonly verbs: readonly string[]
  readonly actions: readonly DescribedAction[]
  /** What befalls its records beyond coming, changing and going → how it is told: `{who} won {it}`. */
  readonly events: Readonly<Record<string, string>>
  /** Those of them that nobody is offered to undo. */
  readonly final: readonly string[]
  /** Its records are compared: those that are probably the same can be found and merged. */
  readonly alike: boolean
  readonly board: Board | null
  /** How a record of it is the next step of those that it is about. */
  readonly step: Step | null
  /** Objects whose records are planned for one of these: `include=next_step` tells the next of them. */
  readonly steps: readonly string[]
}

export interface PageSchema {
  /** Another one whenever something below is another; the same on every server. */
  readonly version: string
  readonly areas: readonly { readonly name: string; readonly label: string }[]
  readonly objects: readonly DescribedObject[]
  readonly person: {
    readonly id: string | null
    readonly name: string
    readonly language: string
    readonly zone: string
    /** May do everything, and hand out rights. */
    readonly administrator: boolean
  }
  readonly company: {
    readonly name: string
    readonly currency: string
    readonly country: string
    readonly language: string
    readonly zone: string
  }
}
