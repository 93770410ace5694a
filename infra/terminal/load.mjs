import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

// The SDK would say at every start that releases of 2027 need a newer Node.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

/** Imports TypeScript, which Node 20 cannot run and Vite's runner can. */
export async function load(file, importer) {
  const path = fileURLToPath(new URL(file, importer))
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
  return module
}
