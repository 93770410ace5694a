import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser } from '@playwright/test'
import type { Plugin } from 'vite'
import { srpSeam } from '../../../infra/build/srp-seam.ts'
import { buildPage } from './build-page.ts'
import { median } from './median.ts'
import { serveFolder } from './static-server.ts'

const entry = join(import.meta.dirname, 'pages/srp.ts')

/** Main-thread ms of the first sign-in of a page on a CPU four times slower, median of `runs`. */
export async function measureSrp(browser: Browser, runs: number) {
  const amplify = await buildPage('srp-amplify', entry, [amplifySrp()])
  const native = await buildPage('srp-native', entry, [amplifySrp(), srpSeam()])
  return {
    amplifyMs: await medianOfFirstSignIns(browser, amplify, runs),
    nativeMs: await medianOfFirstSignIns(browser, native, runs),
  }
}

async function medianOfFirstSignIns(browser: Browser, folder: string, runs: number) {
  const { url, server } = await serveFolder(folder)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await page.goto(url, { waitUntil: 'load' })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    times.push(
      await page.evaluate(async () => {
        const startedAt = performance.now()
        await (window as unknown as { signInOnce(): Promise<void> }).signInOnce()
        return performance.now() - startedAt
      }),
    )
    await context.close()
  }
  server.close()
  return median(times)
}

function amplifySrp(): Plugin {
  const repository = join(import.meta.dirname, '../../..')
  const require = createRequire(join(repository, 'node_modules/aws-amplify/package.json'))
  const folder = join(
    dirname(require.resolve('@aws-amplify/auth/package.json')),
    'dist/esm/providers/cognito/utils/srp',
  )
  return {
    name: 'amplify-srp',
    enforce: 'pre',
    resolveId: (id) =>
      id.startsWith('amplify-srp/') ? join(folder, `${id.slice('amplify-srp/'.length)}.mjs`) : null,
  }
}
