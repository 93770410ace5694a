import { load } from '../terminal/load.mjs'

/** `npm run deploy [-- destroy]`. */
// On Linux this overwrites the arguments that other processes see: a secret may stand there.
process.title = 'cognito-starter deploy'

const { main } = await load('main.ts', import.meta.url)
process.exitCode = await main(process.argv.slice(2))
