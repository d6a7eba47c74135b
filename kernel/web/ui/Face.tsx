import type { DescribedObject } from '../../schema/described.ts'
import type { AnyRecord, Included } from '../client.ts'
import { Avatar } from './Avatar.tsx'
import { pictureOf } from './picture-of.ts'

interface FaceProps {
  readonly object: DescribedObject
  readonly record: AnyRecord
  readonly included: Included
  readonly title: string
  readonly size?: number
}

/** The picture beside the name of a record; what is no one has none. */
export const Face = ({ object, record, included, title, size = 22 }: FaceProps) =>
  object.face && (
    <Avatar
      name={title}
      id={record.id}
      picture={pictureOf(object, record, included)}
      size={size}
      square={object.face === 'square'}
    />
  )
