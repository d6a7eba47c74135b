import type { DescribedObject } from '../../../schema/described.ts'

export interface Found {
  readonly object: string
  readonly id: string
}

/** The record whose page an address leads to. */
export function inAddress(
  text: string,
  { byPlural }: { byPlural(plural: string): Pick<DescribedObject, 'name'> | undefined },
): Found | undefined {
  const [, plural = '', id = ''] = /\/([\w-]+)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i.exec(text) ?? []
  const object = byPlural(plural)
  return object && { object: object.name, id }
}
