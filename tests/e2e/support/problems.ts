import { expect, type Locator, type Page } from '@playwright/test'

interface Said {
  /** What happened. */
  message: string
  /** What to do. */
  next: string | RegExp
  /** The technical name, and for some what whoever runs the app should look at. */
  details: readonly (string | RegExp)[]
}

/** The alert in `scope`, its details opened as whoever runs the app would. */
export async function expectProblem(
  scope: Page | Locator,
  { message, next, details }: Said,
): Promise<void> {
  const summary = scope.getByRole('alert', { name: 'There is a problem' })
  await expect(summary.getByText(message, { exact: true })).toBeVisible()
  await expect(summary).toContainText(next)
  await summary.getByText('Details', { exact: true }).click()
  for (const detail of details) {
    await expect(summary.getByRole('paragraph').getByText(detail)).toBeVisible()
  }
}
