// Beside a running server on the embedded database a command cannot open it: it is sent to the server, which
// knows it by a word signed with the key that both read from the data folder.

import { Readable } from 'node:stream'
import { Refused } from '#kernel/schema/refused.ts'
import { endpoint } from '#kernel/server/http/endpoint.ts'
import type { Secrets } from '#kernel/server/secrets/secrets.ts'
import type { App } from '../open-app.ts'
import { Misused } from './command.ts'
import { commands } from './index.ts'

const purpose = 'command'
const header = 'x-rapport-command'

export async function sendCommand(
  url: string,
  secrets: Secrets,
  name: string,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const token = secrets.signedToken(purpose, { name }, new Date(Date.now() + 60_000))
  const reply = await fetch(`${url}/api/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [header]: token },
    body: JSON.stringify({ name, args, folder: process.cwd() }),
  })
  if (!reply.ok || !reply.body)
    throw new Error(`The running server at ${url} did not take the command (${reply.status}).`)
  let exit = 1
  for await (const line of linesOf(reply.body)) {
    const said = JSON.parse(line) as { line?: string; exit?: number }
    if (said.line !== undefined) say(said.line)
    if (said.exit !== undefined) exit = said.exit
  }
  return exit
}

async function* linesOf(body: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const part of body) {
    const lines = (rest + decoder.decode(part, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(Boolean)
  }
}

export const commandEndpoint = (app: App, sayError: (error: unknown) => string) =>
  endpoint({
    method: 'POST',
    path: '/api/command',
    chapter: 'Operation',
    summary: 'For the command line on the same computer',
    open: true,
    async run({ request, reply, kernel }) {
      const { name, args, folder } = request.body as { name?: unknown; args?: unknown; folder?: unknown }
      requireSigned(kernel.secrets, request.headers[header], name, kernel.clock())
      const command = commands.find(known => known.name === name)
      if (!command || !Array.isArray(args)) throw new Refused('missing-action', { action: name }, { kind: 'missing' })
      const lines = new Readable({ read() {} })
      const push = (said: object) => lines.push(`${JSON.stringify(said)}\n`)
      const running = command.run(app, { args: args.map(String), folder: String(folder), say: line => push({ line }) })
      void running
        .then(() => push({ exit: 0 }))
        .catch((error: unknown) =>
          push({
            line: error instanceof Misused ? `${error.message}\nrapport ${command.usage}` : sayError(error),
            exit: 1,
          }),
        )
        .finally(() => lines.push(null))
      reply.type('application/x-ndjson').send(lines)
      return undefined
    },
  })

function requireSigned(secrets: Secrets, token: unknown, name: unknown, now: Date) {
  const payload = typeof token === 'string' ? secrets.readToken(purpose, token, now) : undefined
  if ((payload as { name?: unknown } | undefined)?.name !== name)
    throw new Refused('sign-in-needed', {}, { kind: 'unauthenticated' })
}
