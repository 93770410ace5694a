import { parseArgs } from 'node:util'
import { build, defaultClientConditions } from 'vite'

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

/** English last: what is at the top is for a host that knows no other, and the rest is shared. */
const languages = ['de', 'en']

try {
  for (const language of languages) {
    await build({
      mode: values.mode === 'local' ? 'local-aws' : 'production',
      // What `#words/…` leads to: `imports` of package.json.
      resolve: { conditions: [...defaultClientConditions, language] },
      build: { outDir: values.outDir, emptyOutDir: language === languages[0] },
    })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
