import { createContext, type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { asLanguage, type Language } from './sentences.ts'
import { WordsIn } from './words.tsx'

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
