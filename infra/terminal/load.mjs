import { fileURLToPath } from 'node:url'
import { loadBundled } from '../../local/load-bundled.mjs'

// The SDK would say at every start that releases of 2027 need a newer Node.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'

/** Loads a command's TypeScript, bundled at its first start as the local AWS is; each call anew. */
export async function load(file, importer) {
  const entry = fileURLToPath(new URL(file, importer))
  const { module, keepCompiled } = await loadBundled(entry, ['infra', 'local', 'src'])
  process.once('exit', keepCompiled)
  return module
}
