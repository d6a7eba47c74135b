import type { Included } from './client.ts'

/** The names that several pages brought along. */
export function merged(pages: readonly (Included | undefined)[]): Included {
  const names: Record<string, Included[string]> = {}
  for (const page of pages)
    for (const [object, titles] of Object.entries(page ?? {})) names[object] = { ...names[object], ...titles }
  return names
}
