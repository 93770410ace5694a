import { runnerImport } from 'vite'

/**
 * `node tests/data/write-shape.mjs NUMBER`: a data folder as today's build writes it, with what is
 * known of it beside. CONTRIBUTING.md says when. Node 20 cannot run TypeScript; Vite's runner can.
 */
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true'
const { module } = await runnerImport('tests/data/write-shape.ts', {
  configFile: false,
  logLevel: 'error',
})
await module.writeShape(Number(process.argv[2]))
