import { parseArgs } from 'node:util'
import { build } from 'vite'

/**
 * `node infra/build/console/build.mjs --outDir FOLDER`: run by the local AWS when somebody opens its
 * console for the first time (`local/node/console/built-console.ts`).
 */
const { values } = parseArgs({ options: { outDir: { type: 'string' } } })
if (values.outDir === undefined) throw new Error('Say where to: --outDir FOLDER')

await build({
  configFile: `${import.meta.dirname}/vite.config.ts`,
  build: { outDir: values.outDir, emptyOutDir: true },
})
