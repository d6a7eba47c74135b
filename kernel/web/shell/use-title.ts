import { useEffect } from 'react'
import { useWords } from '../words/words.tsx'

/** The title of the tab. */
export function useTitle(title: string) {
  const say = useWords()
  useEffect(() => {
    document.title = `${title} · ${say('app.name')}`
  }, [title, say])
}
