import { en as answer } from './answer/en.ts'
import { en as custom } from './custom/en.ts'
import { en as field } from './field/en.ts'
import { en as files } from './files/en.ts'
import { en as list } from './list/en.ts'
import { en as many } from './many/en.ts'
import { en as notices } from './notices/en.ts'
import { en as outside } from './outside/en.ts'
import { en as people } from './people/en.ts'
import { en as running } from './running/en.ts'
import { en as transfer } from './transfer/en.ts'

/** What is said for each code, area by area. */
export const en = {
  ...answer,
  ...field,
  ...list,
  ...people,
  ...files,
  ...outside,
  ...running,
  ...custom,
  ...transfer,
  ...many,
  ...notices,
}
