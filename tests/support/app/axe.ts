import axe from 'axe-core'
import { expect } from 'vitest'

/** All of WCAG 2.2 AA that needs no layout; colours are checked in a real browser. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  })
  const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
  expect(found, 'axe violations').toEqual([])
}
