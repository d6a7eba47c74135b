import { useQuery } from '@tanstack/react-query'

/** Whether the server has another page by now than the one that runs here: its script has another name. */
export function useNewVersion(): boolean {
  const { data: script } = useQuery({
    queryKey: ['page'],
    queryFn: async ({ signal }) =>
      scriptOf(await (await fetch('/', { headers: { accept: 'text/html' }, signal })).text()),
    refetchInterval: 10 * 60_000,
    staleTime: 60_000,
    retry: false,
  })
  const own = scriptOf(document.head.innerHTML)
  return script !== undefined && script !== null && own !== null && script !== own
}

/** Null while the page is made anew with each change, and where the answer is no page. */
export const scriptOf = (html: string) => html.match(/<script[^>]*\bsrc="(\/assets\/[^"]+)"/)?.[1] ?? null
