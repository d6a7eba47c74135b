import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '#kernel/web/request.ts'
import { announce, announceTrouble } from '#kernel/web/ui/announce.tsx'
import { useSalesWords } from '../words/words.ts'

/** Copies the link of a quote; where the browser does not let us, it is shown to be copied by hand. */
export function useLink(id: string) {
  const say = useSalesWords()
  const [shown, show] = useState<string>()
  const copying = useMutation({
    mutationFn: async () => {
      const { url } = (await request({ path: `/api/quotes/${id}/link` })) as { readonly url: string }
      try {
        await navigator.clipboard.writeText(url)
        announce(say('quotes.copied'))
      } catch {
        show(url)
      }
    },
    onError: error => announceTrouble(error, say),
  })
  return { copy: () => copying.mutate(), shown, close: () => show(undefined) }
}
