import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLogger, preview } from 'vite'
import { expect, onTestFinished, test } from 'vitest'
import { previewHeaders } from '../../infra/build/pages/preview-headers.ts'
import { previewPages } from '../../infra/build/pages/preview-pages.ts'
import { securityHeaders } from '../../infra/build/pages/security-headers.ts'
import { temporaryFolder } from '../support/node/temporary-folder.ts'

const files = {
  'index.html': 'home',
  'sign-in.html': 'sign in',
  'app.html': 'app',
  'early.js': '',
  'assets/index-Cvuikm.js': '',
}

/** A preview of a build for AWS. */
async function startPreview() {
  const root = temporaryFolder()
  mkdirSync(join(root, 'assets'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  const server = await preview({
    root,
    configFile: false,
    appType: 'mpa',
    customLogger: createLogger('silent'),
    plugins: [previewPages(), previewHeaders()],
    preview: { port: 0, host: '127.0.0.1' },
    build: { outDir: '.' },
  })
  onTestFinished(() => server.close())
  const url = server.resolvedUrls?.local[0] ?? ''
  const get = async (path: string) => {
    const response = await fetch(url + path, { headers: { accept: 'text/html' } })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const configure = (config: object) => {
    writeFileSync(join(root, 'config.json'), JSON.stringify(config))
  }
  return { get, configure, unconfigure: () => rmSync(join(root, 'config.json')) }
}

test('the policy is that of the configuration that is served, whatever it is by now', async () => {
  const { get, configure, unconfigure } = await startPreview()
  const policy = async () => (await get('')).headers.get('content-security-policy')
  const policyFor = (config?: Parameters<typeof securityHeaders>[0]) =>
    securityHeaders(config)['Content-Security-Policy']
  const ireland = { region: 'eu-west-1', bucket: 'profiles' }
  const virginia = { region: 'us-east-1' }

  expect(await policy()).toBe(policyFor())
  configure(ireland)
  expect(await policy()).toBe(policyFor(ireland))
  configure(virginia)
  expect(await policy()).toBe(policyFor(virginia))
  unconfigure()
  expect(await policy()).toBe(policyFor())
})

test('each address has its file, and its time in a cache', async () => {
  const { get } = await startPreview()
  const answer = async (path: string) => {
    const { status, headers, text } = await get(path)
    return [status, text, headers.get('cache-control')]
  }

  expect(await answer('')).toEqual([200, 'home', 'no-cache'])
  expect(await answer('sign-in?returnTo=%2Fprofile')).toEqual([200, 'sign in', 'no-cache'])
  expect(await answer('callback?code=1&state=2?3')).toEqual([200, 'app', 'no-cache'])
  expect(await answer('/elsewhere.example/')).toEqual([200, 'app', 'no-cache'])
  expect(await answer('assets/index-Cvuikm.js')).toEqual([
    200,
    '',
    'public, max-age=31536000, immutable',
  ])
  expect(await answer('early.js')).toEqual([200, '', 'public, max-age=300'])
})

test('a file that is missing is a 404 with the same headers, and stays in no cache', async () => {
  const { get } = await startPreview()

  for (const path of ['assets/index-000000.js', 'nothing.html', '..%2f..%2fetc/passwd.txt']) {
    const { status, headers } = await get(path)
    expect(status, path).toBe(404)
    expect(headers.get('cache-control'), path).toBeNull()
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
  }
})
