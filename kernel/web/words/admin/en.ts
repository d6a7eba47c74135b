import { en as company } from './company/en.ts'
import { en as people } from './people/en.ts'
import { en as running } from './running/en.ts'

export const en = { ...company, ...people, ...running }
