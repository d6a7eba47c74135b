import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

test('requests are counted by pattern, method and status, beside the figures of the process', async () => {
  const { request, metrics, contentType } = createMetrics()
  request({ method: 'GET', route: '/api/deals/:id', status: 200, seconds: 0.004 })
  request({ method: 'GET', route: '/api/deals/:id', status: 200, seconds: 0.2 })
  request({ method: 'BREW', route: undefined, status: 404, seconds: 0.001 })
  const text = await metrics()
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/api/deals/:id",status="200"} 2')
  expect(text).toContain(
    'http_request_duration_seconds_bucket{le="0.005",method="GET",route="/api/deals/:id",status="200"} 1',
  )
  expect(text).toContain('http_request_duration_seconds_count{method="other",route="none",status="404"} 1')
  expect(text).toContain('process_cpu_seconds_total')
  expect(contentType).toContain('text/plain')
})

test('two of them in one process keep apart', async () => {
  const [one, other] = [createMetrics(), createMetrics()]
  one.request({ method: 'GET', route: '/a', status: 200, seconds: 1 })
  expect(await other.metrics()).not.toContain('route="/a"')
})
