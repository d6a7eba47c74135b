import type { FastifyRequest } from 'fastify'
import type { Kernel } from '../kernel.ts'
import { dayIn } from '../records/day.ts'
import type { Reading } from '../records/list.ts'
import { requirePrincipal } from './request.ts'

/** What a request that only reads is answered with: the database, and whose eyes. */
export function readingOf(kernel: Kernel, request: FastifyRequest): Reading {
  const { actor } = requirePrincipal(request)
  return { db: kernel.database.db, models: kernel.models, actor, today: dayIn(actor.locale.zone, kernel.clock()) }
}
