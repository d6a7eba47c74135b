// Chromium for the journeys: the one that is there, or one that is installed.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium() ?? installChromium(),
    headless: true,
    args: ['--headless=new', ...flags, ...more],
  })

function findChromium() {
  const named = process.env.CHROMIUM
  if (named) return named
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin')
  // The first draws no window that nobody sees, and takes a quarter less time.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const mac = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  return [...folders.flatMap(folder => names.map(name => join(folder, name))), ...mac].find(existsSync)
}

function installChromium() {
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', env })
    const install = (name: string) => execFileSync('apt-get', ['install', '-y', '-q', name], { stdio: 'ignore', env })
    try {
      install('chromium-headless-shell')
    } catch {
      install('chromium')
    }
  }
  const found = findChromium()
  if (found) return found
  throw new Error(
    'These tests need Chromium or Chrome. Install it (Debian and Ubuntu: sudo apt-get install chromium) or name it: CHROMIUM=/path/to/chromium',
  )
}
