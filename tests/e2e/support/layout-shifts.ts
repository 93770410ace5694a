import { expect, type Page } from '@playwright/test'

interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources?: { node: Node | null }[]
}

interface Watched {
  shifts?: { value: number; what: string[] }[]
  watchShifts?: PerformanceObserver
}

/** From the next page on, and for each page that is loaded by itself. */
export async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const store = window as Watched
    store.shifts = []
    store.watchShifts = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        const { value, hadRecentInput, sources = [] } = entry
        const what = sources.map(({ node }) =>
          node instanceof Element ? `${node.tagName}.${node.className}` : String(node?.nodeName),
        )
        if (!hadRecentInput) store.shifts?.push({ value, what })
      }
    })
    store.watchShifts.observe({ type: 'layout-shift', buffered: true })
  })
}

/** What was on the screen of this page has moved by itself no further than `limit`, as browsers count it. */
export async function expectLittleMoved(page: Page, limit = 0.02): Promise<void> {
  const shifts = await page.evaluate(async () => {
    // Shifts are told once the frame that they were in is there.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return (window as Watched).shifts ?? []
  })
  const total = shifts.reduce((sum, { value }) => sum + value, 0)
  expect(total, `moved: ${JSON.stringify(shifts)}`).toBeLessThanOrEqual(limit)
}
