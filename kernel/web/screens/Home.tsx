import { Navigate } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { areasOf } from '../shell/areas.ts'
import { NotFound } from './NotFound.tsx'

/** Until there is a page of today: the first list. */
export default function Home() {
  const [first] = areasOf(useSchema()).flatMap(({ objects }) => objects)
  return first ? <Navigate to="/$plural" params={{ plural: first.plural }} replace /> : <NotFound />
}
