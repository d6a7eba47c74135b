import type { Kernel } from '../../kernel.ts'
import type { Progress } from '../../live/live.ts'
import { importChannel } from '../tables.ts'

/** Who hears how far an import has come, while this process lives; answers with how to stop. */
export const hearImports = ({ database }: Pick<Kernel, 'database'>, tell: (progress: Progress) => void) =>
  // A word that was lost is made up for: a page that waits looks from time to time.
  database.listen(importChannel, told => {
    if (told !== '') tell({ ...(JSON.parse(told) as Omit<Progress, 'kind'>), kind: 'import' })
  })
