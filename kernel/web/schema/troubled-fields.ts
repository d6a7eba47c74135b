import type { DescribedObject } from '../../schema/described.ts'
import { Trouble } from '../request.ts'
import { fieldOf } from './use-schema.ts'

/** The fields with which something is wrong, as the person calls them. */
export const troubledFields = (error: unknown, object: DescribedObject): readonly string[] =>
  error instanceof Trouble ? [...new Set(error.fields.flatMap(({ field }) => fieldOf(object, field)?.label ?? []))] : []
