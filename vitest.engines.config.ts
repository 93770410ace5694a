import { defineConfig } from 'vitest/config'

/** `npm run test:engines`: browsers that not every machine has, so `npm test` runs without them. */
export default defineConfig({
  test: {
    include: ['tests/engines/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
})
