// How a type of field is shown, in <type>.web.tsx of its folder, and how it is written, in <type>.input.tsx beside it.

import type { ComponentType } from 'react'
import type { FieldOf, FieldTypeName, Values } from '../../schema/field.ts'
import type { Included } from '../client.ts'

export type WebField<T extends FieldTypeName> = FieldOf<T> & { readonly name: string; readonly label: string }

export interface CellProps<T extends FieldTypeName> {
  readonly field: WebField<T>
  /** Never empty: an empty value is shown in one way for all types. */
  readonly value: Values[T]
  /** What the records that it points to are called. */
  readonly included: Included
  /** row: one line among others; fact: as much as it needs. */
  readonly place: 'row' | 'fact'
}

export interface InputProps<T extends FieldTypeName> {
  readonly field: WebField<T>
  readonly value: Values[T] | null
  /** Text that is no value yet goes out as it is: the server says what is wrong with it. */
  readonly onChange: (value: unknown) => void
  readonly included: Included
  /** Label, help, error and the like, for the control that has them. */
  readonly control: Control
}

export type InputOf<T extends FieldTypeName> = ComponentType<InputProps<T>>

export interface Control {
  readonly label: string
  /** Where there is no room for a label. */
  readonly 'aria-label'?: string
  readonly description?: string
  readonly error?: string
  readonly placeholder?: string
  readonly withAsterisk: boolean
  readonly name: string
  readonly 'data-autofocus'?: true
}

export interface FieldWeb<T extends FieldTypeName> {
  readonly Cell: ComponentType<CellProps<T>>
  /** Numbers stand to the right, one under the other. */
  readonly align?: 'right'
  /** Takes the width of two in a form. */
  readonly wide?: boolean
}
