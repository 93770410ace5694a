import { fileURLToPath } from 'node:url'
import { loadBundled } from './load-bundled.mjs'

/** `npm run local`. */
const entry = fileURLToPath(new URL('main.ts', import.meta.url))
const { module, keepCompiled } = await loadBundled(entry, ['local'])
await module.main(process.argv.slice(2))
keepCompiled()
