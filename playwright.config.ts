import { defineConfig } from '@playwright/test'
import {
  appPort,
  appUrl,
  givenUrl,
  localAwsPort,
  needsTheLocalAws,
  templateFile,
} from './tests/e2e/support/stack.ts'
import { findChromium } from './tests/support/chromium.mjs'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // For what hangs; on a busy machine a second can take ten.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  ...(givenUrl !== undefined && { testIgnore: needsTheLocalAws, grepInvert: /@local/, workers: 1 }),
  use: {
    baseURL: appUrl,
    // Watching every page costs more than a tenth of the time. To look into a failure: --trace on.
    trace: 'off',
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

/** The built app and a local AWS of its own, on ports that are free. */
function localPreview() {
  return {
    command: `npm run --silent preview -- --port ${appPort}`,
    url: `${appUrl}/config.json`,
    reuseExistingServer: false,
    env: {
      LOCAL_AWS_DATA: ':memory:',
      LOCAL_AWS_PORT: String(localAwsPort),
      LOCAL_AWS_TEMPLATE: templateFile,
      LOCAL_AWS_ADMIN_TOKEN: 'browser-tests-only',
    },
    stdout: 'pipe' as const,
  }
}
