import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** `npm run doctor`. Node 20 cannot run TypeScript; Vite's runner can. */
// The SDK would say at every start that releases of 2027 need a newer Node.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const { module } = await runnerImport(main, { configFile: false, logLevel: 'error' })
process.exitCode = await module.main(process.argv.slice(2))
