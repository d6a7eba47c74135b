import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { forgetRecent } from '../commands/recent.ts'
import { useWords } from '../words/words.tsx'
import { EntryPage } from './EntryPage.tsx'
import { signOut } from './identity.ts'

/** Forgets everything that was read, too: the next who sits here is somebody else. */
export default function SignOut() {
  const say = useWords()
  const queries = useQueryClient()
  const router = useRouter()
  useEffect(() => {
    const leave = async () => {
      // Whoever is not signed in any more is out already.
      await signOut().catch(() => {})
      queries.clear()
      forgetRecent()
      sessionStorage.clear()
      await router.navigate({ to: '/accounts/login', replace: true })
    }
    void leave()
  }, [queries, router])
  return <EntryPage title={say('entry.signing-out')} />
}
