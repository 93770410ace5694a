import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** Up to where the narrow layouts end, so that no width between two devices is one too few. */
const widths = [...Array.from({ length: 49 }, (_, step) => 320 + 5 * step), 1280]

/** Pixels: what a field has on a page 320 wide, in a card, and no field has beside its label. */
const narrowestField = 200

/**
 * No page is wider than its window, in any width from 320 pixels on (WCAG 1.4.10), and a text field
 * takes the width of its form.
 */
export async function expectNothingCutOff(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    )
    expect(overflow, `${page.url()} at ${width} pixels`).toBeLessThanOrEqual(0)
    const fields = await page
      .getByRole('textbox')
      .evaluateAll((all) => all.map((field) => field.getBoundingClientRect().width))
    for (const field of fields) {
      expect(field, `a field at ${width} pixels`).toBeGreaterThanOrEqual(narrowestField)
    }
  }
}
