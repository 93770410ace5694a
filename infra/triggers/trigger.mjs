import { fileURLToPath } from 'node:url'
import { load } from '../terminal/load.mjs'

/** `npm run trigger`. */
const { main } = await load('main.ts', import.meta.url)
process.exitCode = await main(
  process.argv.slice(2),
  fileURLToPath(new URL('../..', import.meta.url)),
)
