import { expect, test as base } from '@playwright/test'
import { newestCode } from './inbox.ts'
import { watchPolicies } from './policy-violations.ts'

export interface Person {
  email: string
  password: string
}

interface Fixtures {
  /** Somebody who has no account yet. */
  person: Person
  /** The newest code that was sent to the person. */
  code: () => Promise<string>
  /** Fails the test when the page logs an error or throws; the message may be expected. */
  pageErrors: { allow: (message: RegExp) => void }
  /** Fails the test when any page breaks its Content-Security-Policy, whatever else is expected. */
  keepsPolicies: undefined
}

let people = 0

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
  person: async ({}, use, { workerIndex }) => {
    people += 1
    const name = `ada.${workerIndex}.${people}.${Date.now()}`
    await use({
      email: (process.env['ADDRESS_PATTERN'] ?? '*@example.com').replace('*', name),
      password: 'Analytical-Engine-1843',
    })
  },
  code: async ({ person }, use) => {
    await use(() => newestCode(person.email))
  },
  pageErrors: [
    async ({ page }, use) => {
      const allowed: RegExp[] = []
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
      })
      await use({ allow: (message) => allowed.push(message) })
      const unexpected = errors.filter((text) => !allowed.some((pattern) => pattern.test(text)))
      expect(unexpected, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
  keepsPolicies: [
    async ({ context }, use) => {
      const violations = watchPolicies(context)
      await use(undefined)
      expect(violations, 'violations of Content-Security-Policy').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
