import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'
import { type RedirectingBrowser } from '../../support/app/redirecting-browser.ts'
import type { TestStandIn } from '../../support/stand-in.ts'
import { openApp, press } from './open-app.tsx'

export const managedSignUp = 'Use the separate sign-up page'
export const managed = 'Use the separate sign-in page'

/** Presses a button that leaves. @returns once the browser has been sent away. */
export async function leave(
  standIn: TestStandIn,
  browser: RedirectingBrowser,
  path: string,
  { button = managed, keep = false } = {},
): Promise<void> {
  const { user, unmount } = await openApp(standIn, browser.arrive(path))
  if (keep) await user.click(await screen.findByLabelText('Keep me signed in on this device'))
  await press(user, button)
  await waitFor(() => expect(window.sessionStorage.getItem('redirect-attempt')).not.toBeNull())
  unmount()
}
