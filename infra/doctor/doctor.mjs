import { load } from '../terminal/load.mjs'

/** `npm run doctor`. */
const { main } = await load('main.ts', import.meta.url)
// Amplify takes a second to load, which a run without anybody signed in does not need.
const loadSignIn = () => load('sign-in.ts', import.meta.url)
process.exitCode = await main(process.argv.slice(2), { loadSignIn })
