import { getRouteApi } from '@tanstack/react-router'
import type { DescribedObject } from '../../schema/described.ts'
import { CreateForm } from '../record/CreateForm.tsx'
import { pointTo } from '../record/point-to.ts'
import { fieldOf, useSchema } from '../schema/use-schema.ts'

const route = getRouteApi('/shell/$plural')

/** The form over the list; from a record, with the link back to it filled in. */
export default function CreateOverList({ object }: { readonly object: DescribedObject }) {
  const schema = useSchema()
  const navigate = route.useNavigate()
  const { with: name, of, id } = route.useSearch()
  const field = name === undefined ? undefined : fieldOf(object, name)
  const other = of === undefined ? undefined : schema.byName(of)
  const start = field && other && id ? { [field.name]: pointTo(field, other.name, id) } : {}
  const back = () =>
    void (other && id
      ? navigate({ to: '/$plural/$id', params: { plural: other.plural, id } })
      : navigate({ search: ({ create: _, with: __, of: ___, id: ____, ...list }) => list }))
  const open = (created: string) =>
    other ? back() : void navigate({ to: '/$plural/$id', params: { plural: object.plural, id: created } })
  return <CreateForm object={object} start={start} included={{}} onDone={open} onCancel={back} />
}
