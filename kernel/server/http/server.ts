import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { Refused } from '../../schema/refused.ts'
import type { Kernel } from '../kernel.ts'
import type { Words } from '../words/words.ts'
import { type Endpoint, mountEndpoint } from './endpoint.ts'
import { sendProblem } from './problem.ts'
import { recordRoutes } from './record-routes.ts'
import type { Principal } from './request.ts'
import { guardOrigin, secureHeaders } from './secure.ts'

export interface ServerParts {
  readonly kernel: Kernel
  readonly words: Words
  readonly endpoints: readonly Endpoint[]
  /** Who sent a request; null where nobody is known. */
  readonly authenticate: (request: FastifyRequest) => Promise<Principal | null>
  /** Origins, besides our own, whose pages may call with a token. */
  readonly origins: readonly string[]
  readonly publicUrl: string
  /** Whose X-Forwarded-For is believed; nobody's, when it is missing. */
  readonly trustedProxies?: readonly string[] | null
  readonly logger?: Logger
  /** Sees every finished request: its route pattern, never its address. */
  readonly observe?: (request: { method: string; route: string; status: number; seconds: number }) => void
}

/** The HTTP server: every route, none of the listening. */
export async function buildServer({
  kernel,
  words,
  endpoints,
  authenticate,
  origins,
  publicUrl,
  trustedProxies,
  logger,
  observe,
}: ServerParts): Promise<FastifyInstance> {
  const server: FastifyInstance = fastify({
    bodyLimit: 4 * 2 ** 20,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    genReqId: () => kernel.newId(),
    ...(trustedProxies ? { trustProxy: [...trustedProxies] } : {}),
    ...(logger ? { loggerInstance: logger } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // An address that cannot be read at all never reaches the error handler.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply, words),
  }) as unknown as FastifyInstance
  await server.register(cookie)
  await server.register(multipart, { limits: { files: 1, fields: 20 } })
  // The library's own quality is meant for files that are packed once.
  const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  await server.register(compress, { global: true, threshold: 2048, encodings: ['br', 'gzip'], brotliOptions })
  server.decorateRequest('principal', null)
  secureHeaders(server)
  server.addHook('onRequest', guardOrigin(publicUrl, origins))
  server.addHook('onRequest', async request => {
    request.principal = request.url.startsWith('/assets/') ? null : await authenticate(request)
  })
  server.addHook('onResponse', async (request, reply) => {
    const seen = { method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }
    observe?.({ ...seen, seconds: reply.elapsedTime / 1000 })
    request.log.info(
      { ...seen, duration_ms: Math.round(reply.elapsedTime * 10) / 10, request_id: request.id },
      'answered',
    )
  })
  server.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, words))
  server.setNotFoundHandler((request, reply) => sendProblem(notFound(request), request, reply, words))
  for (const one of endpoints) mountEndpoint(server, kernel, one)
  recordRoutes(server, kernel)
  return server
}

function notFound(request: FastifyRequest) {
  return new Refused('no-such-address', { method: request.method }, { kind: 'missing' })
}
