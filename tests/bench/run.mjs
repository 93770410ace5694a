import { runnerImport } from 'vite'

/**
 * `npm run bench [-- web | local | gate]`. Node 20 cannot run TypeScript; Vite's runner can. Every figure is
 * taken on this machine in this run, beside the peers that can be installed and the machine's floor.
 */
// Vite's runner would set it to development, and the pages would be built with React's checks.
process.env.NODE_ENV = 'production'
// Its note that Node 20 will go is not for whoever reads the figures.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'

const parts = {
  local: 'tests/bench/local/local-aws.ts',
  web: 'tests/bench/web/web.ts',
  gate: 'tests/bench/gate/stages.ts',
}
const wanted = process.argv.slice(2)

for (const [name, path] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' })
  await (module.benchLocal ?? module.benchWeb ?? module.benchGate)()
}
