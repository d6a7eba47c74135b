// What the modules bring to the page.

import type { PageParts } from '#kernel/web/slots/page-parts.ts'
import { salesSentences as words } from './sales/web/words/words.ts'

export const pageParts: PageParts = {
  screens: [],
  slots: {
    deal: { head: { stages: { load: () => import('./sales/web/StageBar.tsx'), words } } },
  },
}
