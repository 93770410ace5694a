import { Amplify } from 'aws-amplify'
import { stores } from '../session/browser-storage.ts'
import { readMe } from './me.ts'
import { listPasskeys } from './passkeys.ts'

const key = 'passkey-offered'

/** Of so many people a browser remembers whom it was offered to. */
const remembered = 20

/** Nobody is held up for longer; an answer that comes later is thrown away. */
const patienceMs = 2000

/**
 * Whether a passkey is to be offered to whoever has just signed in with a password: where the pool
 * takes them at this host, this device can make one, and they have none. Nobody is asked twice in one
 * browser.
 */
export async function shouldOfferPasskey(): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  try {
    return await Promise.race([lacksPasskey(), tooLate])
  } finally {
    clearTimeout(timer)
  }
}

async function lacksPasskey(): Promise<boolean> {
  try {
    if (!(await canMakeOne())) return false
    const { sub } = await readMe()
    if (read().includes(sub)) return false
    const listed = await listPasskeys()
    return listed.kind === 'list' && listed.passkeys.length === 0
  } catch {
    return false
  }
}

/** Whatever comes of it, it was offered. */
export async function notePasskeyOffered(): Promise<void> {
  const { sub } = await readMe()
  const others = read().filter((one) => one !== sub)
  stores.localStorage.setItem(key, [sub, ...others].slice(0, remembered).join(' '))
}

function read(): string[] {
  return stores.localStorage.getItem(key)?.split(' ') ?? []
}

async function canMakeOne(): Promise<boolean> {
  const host = Amplify.getConfig().Auth?.Cognito.passwordless?.webAuthn?.relyingPartyId
  const { hostname } = window.location
  if (host === undefined || !(hostname === host || hostname.endsWith(`.${host}`))) return false
  if (!('PublicKeyCredential' in window)) return false
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()
}
