// Of the PostgreSQL wire protocol, the little that the bridge speaks itself.

const startupCodes = { ssl: 80877103, gss: 80877104, cancel: 80877102 } as const

export type Startup =
  | { readonly kind: 'encryption' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'session'; readonly settings: Readonly<Record<string, string | undefined>> }

/** The first packet of a connection has no letter: its length, a code, then names and values. */
export function readStartup(packet: Buffer): Startup {
  const code = packet.readInt32BE(4)
  if (code === startupCodes.ssl || code === startupCodes.gss) return { kind: 'encryption' }
  if (code === startupCodes.cancel) return { kind: 'cancel' }
  const words = packet.toString('utf8', 8).split('\0')
  const settings: Record<string, string | undefined> = {}
  for (let at = 0; words[at]; at += 2) settings[words[at] as string] = words[at + 1]
  return { kind: 'session', settings }
}

export const noEncryption = Buffer.from('N')

export const greeting = Buffer.concat([
  message('R', Buffer.alloc(4)),
  ...Object.entries({
    server_version: '18.0',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  }).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`))),
  message('Z', Buffer.from('I')),
])

const query = (text: string) => message('Q', Buffer.from(`${text}\0`))

/**
 * Makes the session new, whatever the client left behind. The first ROLLBACK undoes what was executed without
 * a Sync, which would commit it; after a failure it is skipped up to the Sync, hence the second.
 */
export const freshSession = Buffer.concat([
  query('ROLLBACK'),
  message('S', Buffer.alloc(0)),
  query('ROLLBACK'),
  query('DISCARD ALL'),
])

function message(letter: string, body: Buffer) {
  const head = Buffer.alloc(5)
  head.write(letter)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
