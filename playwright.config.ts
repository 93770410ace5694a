import { defineConfig } from '@playwright/test'
import {
  appUrl,
  givenUrl,
  needsTheLocalAws,
  previewArguments,
  previewEnvironment,
} from './tests/e2e/support/stack.ts'
import { findChromium } from './tests/support/node/chromium.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // For what hangs. Beside other work (load 20 to 40 on two cores) a journey of ten seconds took 100 to
  // 180, a step of one up to 25: half of these limits failed there, with nothing wrong.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  ...(givenUrl !== undefined && { testIgnore: needsTheLocalAws, grepInvert: /@local/, workers: 1 }),
  use: {
    baseURL: appUrl,
    // Steps, requests and console of what failed, and its page at the end. What each step's page looked
    // like costs a tenth of the time: --trace on has it.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    // Drawn without a graphics card, each frame of an animation costs as much as a page.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  ...(givenUrl === undefined && { webServer: localPreview() }),
})

function localPreview() {
  return {
    command: `npx vite ${previewArguments.join(' ')}`,
    url: `${appUrl}/config.json`,
    reuseExistingServer: false,
    env: previewEnvironment,
    stdout: 'pipe' as const,
  }
}
