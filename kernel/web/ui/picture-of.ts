import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'

/** The field whose file is a picture of the record. */
export const pictureField = (object: DescribedObject) =>
  object.fields.find(field => field.type === 'file' && field.accept?.every(type => type.startsWith('image/')))?.name

/** Where it is, if it came along. */
export function pictureOf(object: DescribedObject, record: AnyRecord, included: Included) {
  const name = pictureField(object)
  return name === undefined ? undefined : included.file?.[String(record[name])]?.url
}
