#!/usr/bin/env node
// Rapport runs on the Node that it brings as a dependency, whichever one the system has.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import * as module from 'node:module'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// The young part of the heap would grow by a hundred megabytes under load and stay so; it is as fast without.
setFlagsFromString('--semi-space-growth-factor=1')

// What was compiled is kept beside the packages, where that can be written: the next start takes half as long.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))

const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))
if (Number(process.versions.node.split('.')[0]) >= 24 || !existsSync(own)) {
  const { main } = await import('../apps/cli.ts')
  process.exit(await main(process.argv.slice(2)))
} else {
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', code => process.exit(code ?? 1))
}
