import { useWords } from '../words/words.tsx'

/** Where menus and lists of choices open: Mantine looks for this element, and makes one outside every landmark without it. */
export const Floating = () => (
  <section aria-label={useWords()('app.floating')} data-portal="true" data-mantine-shared-portal-node="true" />
)
