import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from '@playwright/test'
import { findChromium } from '../../support/node/chromium.mjs'
import { measureFirstPage, type FirstPage } from '../../support/app/first-page.ts'
import { buildApp, buildPage, type PackageBytes } from './build-page.ts'
import { median } from './median.ts'
import { loadPage } from './page-load.ts'
import { measureSrp } from './srp.ts'
import { serveFolder } from './static-server.ts'

const runs = Number(process.env['BENCH_RUNS'] ?? 5)

/** The web half of `npm run bench`: bytes, first paint and SRP, each beside what others need. */
export async function benchWeb(): Promise<void> {
  const pages = join(import.meta.dirname, 'pages')
  const quickStart = await buildPage('quick-start', join(pages, 'quick-start.tsx'))
  const bare = await buildPage('bare', join(pages, 'bare.tsx'))
  const { folder: app, packages } = await buildApp()

  const quickStartBytes = measureFirstPage(quickStart, 'index.html')
  console.log('\nFirst page, signed out, gzip level 9')
  console.table({
    "AWS's quick start": bytesRow(quickStartBytes, quickStartBytes),
    'React + router + Amplify auth': bytesRow(
      measureFirstPage(bare, 'index.html'),
      quickStartBytes,
    ),
    'this app, /': bytesRow(measureFirstPage(app, 'index.html'), quickStartBytes),
    'this app, /sign-in': bytesRow(measureFirstPage(app, 'sign-in.html'), quickStartBytes),
  })

  console.log('\nShare of each dependency in the scripts of /sign-in (gzip, by rendered size)')
  console.table(packageShares(app, 'sign-in.html', packages))

  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
  const reference = await loadRow(browser, quickStart, '/')
  const floor = await loadRow(browser, bare, '/')
  const home = await loadRow(browser, app, '/')
  const signIn = await loadRow(browser, app, '/sign-in')
  console.log(`\nFirst paint, gzip, slow 4G, CPU 4× slower, median of ${runs}`)
  console.table({
    "AWS's quick start": paintRow(reference, reference),
    'React + router + Amplify auth': paintRow(floor, reference),
    'this app, /': paintRow(home, reference),
    'this app, /sign-in': paintRow(signIn, reference),
  })

  const srp = await measureSrp(browser, runs)
  console.log(`\nSRP arithmetic of a page's first sign-in, CPU 4× slower, median of ${runs}`)
  console.table({
    'Amplify as it comes': { 'main thread ms': round(srp.amplifyMs), times: 1 },
    'native BigInt': {
      'main thread ms': round(srp.nativeMs),
      times: round(srp.amplifyMs / srp.nativeMs),
    },
  })
  await browser.close()
}

function bytesRow(page: FirstPage, reference: FirstPage) {
  const kB = (bytes: number) => Math.round(bytes / 100) / 10
  return {
    'HTML kB': kB(page.htmlBytes),
    'JS kB': kB(page.scriptBytes),
    'CSS kB': kB(page.styleBytes),
    'total kB': kB(page.totalBytes),
    share: round(page.totalBytes / reference.totalBytes),
  }
}

/** A script's compressed bytes, shared out by what each package contributes before minification. */
function packageShares(folder: string, page: string, packages: PackageBytes) {
  const shares = new Map<string, number>()
  for (const file of measureFirstPage(folder, page).files) {
    const weights = packages.get(file)
    if (!weights) continue
    const rendered = [...weights.values()].reduce((sum, bytes) => sum + bytes, 0)
    const { length } = gzipSync(readFileSync(join(folder, file)), { level: 9 })
    for (const [name, bytes] of weights) {
      shares.set(name, (shares.get(name) ?? 0) + (bytes / rendered) * length)
    }
  }
  return Object.fromEntries(
    [...shares]
      .sort((left, right) => right[1] - left[1])
      .map(([name, bytes]) => [name, { kB: Math.round(bytes / 100) / 10 }]),
  )
}

interface Load {
  fcpMs: number
  lcpMs: number
  blockingMs: number
}

async function loadRow(browser: Browser, folder: string, path: string): Promise<Load> {
  const { url, server } = await serveFolder(folder)
  const loads: Load[] = []
  for (let run = 0; run < runs; run += 1) loads.push(await loadPage(browser, url + path))
  server.close()
  return {
    fcpMs: median(loads.map((load) => load.fcpMs)),
    lcpMs: median(loads.map((load) => load.lcpMs)),
    blockingMs: median(loads.map((load) => load.blockingMs)),
  }
}

function paintRow(load: Load, reference: Load) {
  return {
    'FCP ms': Math.round(load.fcpMs),
    'LCP ms': Math.round(load.lcpMs),
    'blocking ms': Math.round(load.blockingMs),
    'LCP share': round(load.lcpMs / reference.lcpMs),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
