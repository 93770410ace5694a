import { load } from '../terminal/load.mjs'

/** `npm run seed`. */
const { main } = await load('main.ts', import.meta.url)
process.exitCode = await main(process.argv.slice(2))
