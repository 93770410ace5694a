import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

/** `npm run doctor`. Node 20 cannot run TypeScript; Vite's runner can. */
// The SDK would say at every start that releases of 2027 need a newer Node.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

const { main } = await load('main.ts')
// Amplify takes a second to load, which a run without anybody signed in does not need.
process.exitCode = await main(process.argv.slice(2), { loadSignIn: () => load('sign-in.ts') })

async function load(file) {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
  return module
}
