import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** To add what a module counts. */
  readonly registry: Registry
  /** `route` is the pattern, `/api/deals/:id`: an address as it was asked would make a line for each record. */
  request(asked: { method: string; route: string | undefined; status: number; seconds: number }): void
  /** All of it, as Prometheus reads it. */
  metrics(): Promise<string>
  readonly contentType: string
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by pattern of the route',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    registry,
    request({ method, route = 'none', status, seconds }) {
      requests.observe({ method: methods.includes(method) ? method : 'other', route, status }, seconds)
    },
    metrics: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
