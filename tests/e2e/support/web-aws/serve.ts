import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build, type OutputChunk } from 'rolldown'
import { withPasswordsAlone } from '../../../support/template/passwords-alone.mjs'
import { keepAliveTimeoutMs } from '../../../../local/node/keep-alive.ts'

const folder = 'tests/e2e/support/web-aws'

/** Bundled for browsers, with nothing left to import. */
export async function bundle(name: 'page' | 'service-worker'): Promise<OutputChunk> {
  const { output } = await build({
    input: `${folder}/${name}.ts`,
    platform: 'browser',
    resolve: { conditionNames: ['browser', 'import', 'module', 'default'] },
    // amazon-cognito-identity-js reads Node's name for the global object.
    transform: { define: { global: 'globalThis' } },
    output: { format: 'es', codeSplitting: false },
    write: false,
    logLevel: 'silent',
  })
  return output[0]
}

/** The app's files and nothing else, on a free port: of AWS it has no path at all. */
export async function serve(files: Readonly<Record<'page' | 'service-worker', string>>) {
  const html = '<!doctype html><title>App</title><script type="module" src="/page.js"></script>'
  const served: Readonly<Record<string, readonly [type: string, text: string]>> = {
    '/': ['text/html', html],
    '/callback': ['text/html', html],
    '/page.js': ['text/javascript', files.page],
    '/service-worker.js': ['text/javascript', files['service-worker']],
    '/template.yaml': [
      'text/yaml',
      withPasswordsAlone(readFileSync('infra/template.yaml', 'utf8')),
    ],
  }
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    asked.push(pathname)
    const [type, text] = served[pathname] ?? ['text/plain', undefined]
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': type }).end(text)
  })
  server.keepAliveTimeout = keepAliveTimeoutMs
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    /** Paths that the server was asked for. */
    asked,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
