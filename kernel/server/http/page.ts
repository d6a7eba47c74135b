import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Serves the built page: its files for ever, as their names change with their content, and for every address that is
 * no file and no route of the API the one document that reads the address itself. Pages of their own are for who has
 * a link: no search engine lists them.
 */
export async function servePage(
  server: FastifyInstance,
  { folder, pages = {} }: { readonly folder: string; readonly pages?: Readonly<Record<string, string>> },
) {
  const isBuilt = () => existsSync(join(folder, 'index.html'))
  await server.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => void reply.header('cache-control', keptFor(file)),
  })
  server.get('/assets/*', (request, reply) => reply.sendFile(`assets/${nameIn(request)}`))
  for (const file of ['icon.svg', 'theme.js']) server.get(`/${file}`, (_request, reply) => reply.sendFile(file))
  for (const [path, file] of Object.entries(pages))
    server.get(path, (_request, reply) => reply.header('x-robots-tag', 'noindex, nofollow').sendFile(file))
  server.get('/*', async (request, reply) => {
    if (isForMachines(request.url)) return reply.callNotFound()
    return isBuilt() ? reply.sendFile('index.html') : sayHowToBuild(reply)
  })
}

function keptFor(file: string) {
  if (isHashed(file)) return 'public, max-age=31536000, immutable'
  // A browser looks for it again at each step that the page takes.
  return file.endsWith('icon.svg') ? 'public, max-age=86400' : 'no-cache'
}

const isHashed = (file: string) => /[\\/]assets[\\/][^\\/]+$/.test(file)
const nameIn = (request: FastifyRequest) => (request.params as { '*': string })['*']

/** A wrong address of the API gets an answer that a program can read. */
const isForMachines = (url: string) => /^\/(api|assets)(\/|\?|$)/.test(url)

function sayHowToBuild(reply: FastifyReply) {
  const text = 'The page is not built yet. Run: npm run build\nThe API is at work already, under /api/.\n'
  return reply.code(503).type('text/plain; charset=utf-8').send(text)
}
