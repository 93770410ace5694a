import { defineConfig } from '@playwright/test'
import config from '../../playwright.config.ts'

/** README's moving picture, drawn anew from the built app: `npm run picture`. */
export default defineConfig({
  ...config,
  testDir: '.',
  use: { ...config.use, viewport: { width: 1000, height: 620 }, colorScheme: 'light' },
  webServer: { ...[config.webServer].flat()[0]!, cwd: '../..' },
})
