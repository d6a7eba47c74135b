// Routes whose every answer is held against what they say that they answer.

import { checking } from '#kernel/server/describe/check-document.ts'
import { openapi } from '#kernel/server/describe/openapi.ts'
import type { Endpoint } from '#kernel/server/http/endpoint.ts'
import type { Kernel } from '#kernel/server/kernel.ts'

export function held(kernel: Kernel, endpoints: readonly Endpoint[]): readonly Endpoint[] {
  let known: ReturnType<typeof checking> | undefined
  const check = (answer: object, body: unknown) => {
    known ??= checking(openapi(kernel.models.all, endpoints))
    const sent = typeof body === 'string' ? body : JSON.stringify(body)
    return known.check(answer as Readonly<Record<string, unknown>>, JSON.parse(sent))
  }
  return endpoints.map(endpoint => ({
    ...endpoint,
    async run(call) {
      const answered = await endpoint.run(call)
      const { method, path, answer } = endpoint
      if (!answer || !answered || answered.status >= 300) return answered
      const wrong =
        answer === 'nothing' ? (answered.status === 204 ? [] : ['is not nothing']) : check(answer, answered.body)
      if (wrong.length) throw new Error(`${method} ${path} answers otherwise than it says: ${wrong.join('; ')}`)
      return answered
    },
  }))
}
