import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'

/** Into the page, where one wanted to go in the first place. */
export function useEnter() {
  const queries = useQueryClient()
  const router = useRouter()
  return async (next?: string) => {
    queries.clear()
    await router.navigate({ href: isOwn(next) ? next : '/' })
  }
}

/** A link to the sign-in must not lead away from here afterwards, nor out again. */
export const isOwn = (next: string | undefined): next is string =>
  next !== undefined && /^\/(?![/\\])/.test(next) && !/^\/accounts\/(?!profile\b)/.test(next)
