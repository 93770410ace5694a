import { discover, startLogin } from './managed-login.ts'
import { createPageVisitor, type PageVisitor, type VisitedPage } from './page-visitor.ts'
import { test as base } from '../stand-in.ts'

interface Fixtures {
  visitor: PageVisitor
  /** The sign-in page, as an app leads to it. */
  signInPage: (parameters?: Readonly<Record<string, string>>) => Promise<VisitedPage>
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from the pattern
  visitor: async ({}, use) => {
    await use(createPageVisitor())
  },
  signInPage: async ({ standIn, visitor }, use) => {
    await use(async (parameters) => {
      const { url } = await startLogin(await discover(standIn), standIn, parameters)
      return visitor.open(url)
    })
  },
})

/** What the summary on top of a page says is wrong. */
export function fault({ document }: VisitedPage): string {
  return document.querySelector('[role=alert] p')?.textContent ?? ''
}

export function heading({ document }: VisitedPage): string {
  return document.querySelector('h1')?.textContent ?? ''
}
