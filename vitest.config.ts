import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{kernel,modules,apps,tests}/**/*.test.ts'],
    globalSetup: 'tests/setup.ts',
    testTimeout: 90_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // A second is too short for what is waited for on a busy computer.
    expect: { poll: { timeout: 10_000 } },
  },
})
