import { fr as company } from './company/fr.ts'
import { fr as people } from './people/fr.ts'
import { fr as running } from './running/fr.ts'
import type { AdminCatalogue } from './words.ts'

export const fr: AdminCatalogue = { ...company, ...people, ...running }
