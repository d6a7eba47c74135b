import { useState } from 'react'

/** What a mail's link carries behind the #, where no server and no log sees it. Gone from the address once it is read. */
export function useLinkToken(): string | undefined {
  const [token] = useState(() => new URLSearchParams(location.hash.slice(1)).get('token') || undefined)
  return token
}
