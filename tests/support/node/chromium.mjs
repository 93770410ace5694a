import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemPaths = [
  // Debian's package of that name: what only draws without a window takes a quarter less of the processor.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The second is for where the first is no package of its own. */
const aptPackages = ['chromium-headless-shell', 'chromium']

/** @returns the path of a Chromium on this machine: CHROMIUM_PATH, the system's, Playwright's. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given
    throw new Error(`CHROMIUM_PATH is ${given}, but there is no such file.`)
  }
  return [...systemPaths, chromium.executablePath()].find((path) => existsSync(path))
}

/**
 * Finds a Chromium or installs one: Playwright's own build, else the distribution's package where
 * this process may install packages.
 *
 * @throws saying what to do, when there is none and none can be installed.
 */
export function requireChromium() {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium found; installing one for the browser tests.')
  run('npx', ['playwright', 'install', 'chromium'])
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    if (!findChromium()) run('apt-get', ['update', '-qq'])
    for (const name of aptPackages) {
      if (!findChromium()) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name])
    }
  }
  const installed = findChromium()
  if (installed) return installed
  throw new Error(
    'The browser tests need a Chromium, and none could be installed. Install Chromium or Chrome ' +
      'with your package manager, or set CHROMIUM_PATH to one, and run "npm test" again.',
  )
}

function run(command, args) {
  spawnSync(command, args, { stdio: 'inherit', timeout: 300_000 })
}
