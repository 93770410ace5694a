import * as amplify from 'aws-amplify/auth'
import { userPoolOnly } from '../configure-amplify.ts'
import { loadAuth } from '../load-auth.ts'
import { tabNotes } from '../session/browser-storage.ts'
import type { Factor } from '../sign-in-outcome.ts'

/** An authenticator app that is being set up; a reload keeps its place. */
interface PendingApp {
  sub: string
  /** Base32. */
  secret: string
}

const key = 'pending-app'

/**
 * The secret of an app to be; one that was on before stays good until the new one is proved.
 *
 * @throws SoftwareTokenMFANotFoundException where the pool has no authenticator apps.
 */
export async function beginApp(sub: string): Promise<string> {
  await loadAuth()
  const pending = readPendingApp(sub)
  if (pending !== undefined) return pending
  const { sharedSecret: secret } = await amplify.setUpTOTP(userPoolOnly())
  tabNotes.set(key, JSON.stringify({ sub, secret } satisfies PendingApp))
  return secret
}

export function readPendingApp(sub: string): string | undefined {
  const pending = JSON.parse(tabNotes.get(key) ?? 'null') as PendingApp | null
  return pending?.sub === sub ? pending.secret : undefined
}

/** Whoever's it is. */
export function hasPendingApp(): boolean {
  return tabNotes.get(key) !== undefined
}

export function forgetPendingApp(): void {
  tabNotes.remove(key)
}

/** Proves that the app shows the right codes, and turns it on. */
export async function confirmApp(code: string, isFirst: boolean): Promise<void> {
  await loadAuth()
  await amplify.verifyTOTPSetup(userPoolOnly(), { code })
  forgetPendingApp()
  await setFactor('TOTP', isFirst ? 'PREFERRED' : 'ENABLED')
}

/** @throws InvalidParameterException where the pool has no such factor, or requires it. */
export async function setFactor(
  factor: Factor,
  to: 'PREFERRED' | 'ENABLED' | 'DISABLED',
): Promise<void> {
  await loadAuth()
  const member = ({ TOTP: 'totp', SMS: 'sms', EMAIL: 'email' } as const)[factor]
  await amplify.updateMFAPreference(userPoolOnly(), { [member]: to })
}
