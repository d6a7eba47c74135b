// Who looks at the screen: their language and their way to write dates and numbers. For the faces of fields.

export { useLocale, useSchema } from '../schema/use-schema.ts'
export { useWords } from '../words/words.tsx'
