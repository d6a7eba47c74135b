import './look/layers.css'
import './look/font.css'
import './look/tokens.css'
import './look/look.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { MutationCache, QueryCache, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FreshQueries } from './fresh-queries.ts'
import { theme, variables } from './look/theme.ts'
import { Trouble } from './request.ts'
import { makeRouter, type Router } from './router.tsx'
import type { PageParts } from './slots/page-parts.ts'
import { OfModules } from './slots/Slot.tsx'
import { LanguageChoice } from './words/language.tsx'
import { asLanguage } from './words/sentences.ts'
import { everywhere } from './words/words.tsx'

const queries = new FreshQueries({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // What is gone is not shown from memory.
      if (error instanceof Trouble && error.status === 404) query.setState({ data: undefined })
      void leaveIfSignedOut(error)
    },
  }),
  mutationCache: new MutationCache({ onError: error => void leaveIfSignedOut(error) }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && !(error instanceof Trouble && error.status > 0 && error.status < 500),
    },
  },
})
let router: Router | undefined

/** A session may end while a page is open: to the sign-in, and back to where one was. */
async function leaveIfSignedOut(error: unknown) {
  if (!router || !(error instanceof Trouble) || error.status !== 401 || !queries.getQueryData(['schema'])) return
  const { href } = router.state.location
  queries.clear()
  await router.navigate({ to: '/accounts/login', search: { next: href } })
}

const scheme = localStorageColorSchemeManager({ key: 'scheme' })

/** The whole page, in an element. */
export async function mount(element: HTMLElement, parts: PageParts) {
  router = makeRouter(queries, parts)
  await everywhere.fetch(asLanguage(navigator.language)).catch(() => {})
  createRoot(element).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        colorSchemeManager={scheme}
      >
        <LanguageChoice>
          <QueryClientProvider client={queries}>
            <Notifications position="bottom-center" limit={3} portalProps={{ reuseTargetNode: false }} />
            <OfModules value={parts}>
              <RouterProvider router={router} />
            </OfModules>
          </QueryClientProvider>
        </LanguageChoice>
      </MantineProvider>
    </StrictMode>,
  )
}
