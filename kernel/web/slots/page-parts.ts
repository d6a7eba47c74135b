import type { ComponentType } from 'react'
import type { Field } from '../../schema/field.ts'
import type { ReadyTile } from '../../schema/tile.ts'
import type { AnyRecord, Included } from '../client.ts'
import type { Language } from '../words/sentences.ts'

/** Everything that the modules bring to the page, as one value. What it is made of is fetched when it is shown. */
export interface PageParts {
  readonly screens: readonly ModuleScreen[]
  /** On the start page, before what one worked on last. */
  readonly home?: Named<Part>
  /** Object → what its modules add to the screens that follow from its declaration. */
  readonly slots: Readonly<Record<string, Slots>>
  /** Ready made, by what they are called in the address. */
  readonly dashboards?: Named<ReadyDashboard>
  /** What the company decides about them, below what it decides about everything. */
  readonly settings: readonly SettingsSection[]
}

export interface SettingsSection {
  readonly label: Labels
  readonly fields: readonly {
    readonly field: Field & { readonly name: string }
    readonly label: Labels
    readonly help?: Labels
  }[]
}

export interface ReadyDashboard {
  readonly label: Labels
  /** Whoever may not read this object has no use for it. */
  readonly of: string
  readonly load: () => Promise<{ readonly tiles: readonly ReadyTile[] }>
}

type Named<P> = Readonly<Record<string, P>>
export type Labels = Readonly<Record<Language, string>>

/** A part of a screen, or a whole one. */
export interface Part<P extends object = object> {
  readonly load: () => Promise<{ readonly default: ComponentType<P> }>
  /** What is said in it comes along with it. */
  readonly words?: { fetch(language: Language): Promise<unknown> }
}

export interface ModuleScreen extends Part {
  readonly path: `/${string}`
  /** Where it stands in the sidebar; what has no place is led to by links. */
  readonly place?: {
    readonly area: string
    readonly icon: string
    readonly label: Labels
    /** Whoever may not read this object has no use for it. */
    readonly of: string
    /** Stands above all areas, and first under the thumb. */
    readonly first?: true
  }
  /** Shown to whoever has the link, signed in or not. */
  readonly open?: true
}

/** Parts on the page of a record read what they need by useHere(). */
export interface Slots {
  /** Below the name of a record. */
  readonly head?: Named<Part>
  /** Above the related records. */
  readonly aside?: Named<Part>
  /** Beside the story, by what they are called in the address. */
  readonly tabs?: Named<RecordTab>
  /** At the foot of a card on a board. */
  readonly card?: Named<Part<OfRecord>>
  /** Below the fields of a form. */
  readonly form?: Named<Part<OfForm>>
  /** Field → how it is shown in a list. */
  readonly cells?: Named<Part<OfRecord>>
}

export interface RecordTab extends Part {
  readonly label: Labels
}

export interface OfRecord {
  readonly record: AnyRecord
  readonly included: Included
}

export interface OfForm {
  readonly values: Readonly<Record<string, unknown>>
  readonly set: (field: string, value: unknown) => void
  /** Undefined as long as the record is not there yet. */
  readonly id?: string | undefined
}
