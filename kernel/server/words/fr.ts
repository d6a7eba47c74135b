import { fr as answer } from './answer/fr.ts'
import { fr as custom } from './custom/fr.ts'
import type { en } from './en.ts'
import { fr as field } from './field/fr.ts'
import { fr as files } from './files/fr.ts'
import { fr as list } from './list/fr.ts'
import { fr as many } from './many/fr.ts'
import { fr as notices } from './notices/fr.ts'
import { fr as outside } from './outside/fr.ts'
import { fr as people } from './people/fr.ts'
import { fr as running } from './running/fr.ts'
import { fr as transfer } from './transfer/fr.ts'
import type { SaysAsMuch } from './words.ts'

export const fr: SaysAsMuch<typeof en> = {
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
