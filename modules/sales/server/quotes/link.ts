import type { Secrets } from '#kernel/server/secrets/secrets.ts'

/** Made from its id, so that whoever may send a quote can pass its link on again; kept as its hash. */
export const quoteToken = (secrets: Secrets, id: string) => secrets.sign('quote', id)

/** The secret stands behind the #, which no server sees. */
export const quoteLink = (publicUrl: string, secrets: Secrets, id: string) =>
  `${publicUrl}/quote/#${quoteToken(secrets, id)}`
