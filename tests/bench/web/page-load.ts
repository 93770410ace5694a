import type { Browser } from '@playwright/test'

export interface PageLoad {
  fcpMs: number
  lcpMs: number
  /** Sum of what long tasks (over 50 ms) took beyond 50 ms, until the page was quiet. */
  blockingMs: number
}

/** "Slow 4G" and a CPU four times slower, as Lighthouse throttles a phone. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

export async function loadPage(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', network)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(observe)
  await page.goto(url, { waitUntil: 'networkidle' })
  // The network may be idle while the main thread still works on what has come.
  await page.waitForFunction(() => (window as unknown as { load: PageLoad }).load.lcpMs > 0)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  const load = await page.evaluate(() => (window as unknown as { load: PageLoad }).load)
  await context.close()
  return load
}

function observe() {
  const load = { fcpMs: 0, lcpMs: 0, blockingMs: 0 }
  Object.assign(window, { load })
  const on = (type: string, read: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(read)).observe({
      type,
      buffered: true,
    })
  on('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') load.fcpMs = entry.startTime
  })
  on('largest-contentful-paint', (entry) => (load.lcpMs = entry.startTime))
  on('longtask', (entry) => (load.blockingMs += entry.duration - 50))
}
