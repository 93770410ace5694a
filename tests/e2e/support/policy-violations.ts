import type { BrowserContext } from '@playwright/test'

/** How Chromium says that a page did what its Content-Security-Policy forbids. */
const said = /Content Security Policy|requires 'Trusted/

/** What the pages of a context say of their policies from now on, tabs that are yet to come included. */
export function watchPolicies(context: BrowserContext): readonly string[] {
  const violations: string[] = []
  context.on('console', (message) => {
    if (said.test(message.text())) violations.push(`${message.page()?.url()}: ${message.text()}`)
  })
  return violations
}
