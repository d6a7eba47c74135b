import { Navigate } from '@tanstack/react-router'
import { useSchema } from '../schema/use-schema.ts'
import { NotFound } from '../screens/NotFound.tsx'
import { adminPagesFor } from './pages.ts'

export default function Start() {
  const [first] = adminPagesFor(useSchema())
  return first ? <Navigate to={first.to} replace /> : <NotFound />
}
