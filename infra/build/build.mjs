import { parseArgs } from 'node:util'
import { build } from 'vite'

/**
 * `npm run build` and `npm run build -- --mode local`. Vite keeps the name "local" for `.env.local`
 * files, so that mode is called `local-aws` inside.
 */
const { values } = parseArgs({
  options: {
    mode: { type: 'string', default: 'production' },
    outDir: { type: 'string', default: 'dist' },
  },
})

if (!['production', 'local'].includes(values.mode)) {
  console.error(`Unknown mode "${values.mode}". Use "production" (the default) or "local".`)
  process.exit(1)
}

try {
  await build({
    mode: values.mode === 'local' ? 'local-aws' : 'production',
    build: { outDir: values.outDir, emptyOutDir: true },
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
