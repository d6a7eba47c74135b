import { createContext, type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { asLanguage, type Language } from './sentences.ts'
import { everywhere, WordsIn } from './words.tsx'

// On its way while the first questions are asked; whoever cannot be told gets to know when it is needed.
everywhere.fetch(asLanguage(navigator.language)).catch(() => {})

interface Choice {
  readonly language: Language
  readonly choose: (language: Language) => void
}

const Chosen = createContext<Choice>({ language: 'en', choose: () => {} })

/** The browser's language, until somebody is known who has one. */
export function LanguageChoice({ children }: { readonly children: ReactNode }) {
  const [language, choose] = useState<Language>(() => asLanguage(navigator.language))
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <Chosen value={{ language, choose }}>
      <Suspense>
        <WordsIn language={language}>{children}</WordsIn>
      </Suspense>
    </Chosen>
  )
}

export const useChooseLanguage = () => use(Chosen)
