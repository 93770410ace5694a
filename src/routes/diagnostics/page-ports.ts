import { loadAuth } from '../../auth/load-auth.ts'
import { readSession } from '../../auth/session/session.ts'
import type { DoctorPorts, DoctorSession, DoctorStorage } from '../../doctor/ports.ts'

/** What a page has for the checks to ask with. One set is for one run. */
export function createPagePorts(config: DoctorPorts['config']): DoctorPorts {
  let session: Promise<DoctorSession | undefined> | undefined
  return {
    config,
    origin: window.location.origin,
    // By way of `window`, where a local build has put its own.
    fetch: (url, init) => window.fetch(url, init),
    now: () => Date.now(),
    readsEveryAnswer: false,
    // Under this name Amplify looks for it.
    collectsDeviceData: 'AmazonCognitoAdvancedSecurityData' in window,
    session: () => (session ??= openSession()),
    storages: { session: touch('sessionStorage'), local: touch('localStorage') },
  }
}

async function openSession(): Promise<DoctorSession | undefined> {
  if (readSession() === 'signed-out') return undefined
  const { forgetCredentials, readTokens } = await loadAuth()
  const tokens = await readTokens()
  if (!tokens) return undefined
  // What the identity pool gives now, and not what it gave an hour ago.
  forgetCredentials()
  const [{ objectsByKey }, { hasPendingApp }] = await Promise.all([
    import('../../storage/objects-by-key.ts'),
    import('../../auth/account/second-factors.ts'),
  ])
  return { ...tokens, isSettingUpApp: hasPendingApp(), objects: () => objectsByKey }
}

/** Where the browser blocks site data, naming a storage throws already: the check is to see it. */
function touch(place: 'localStorage' | 'sessionStorage'): DoctorStorage {
  return {
    setItem: (key, value) => window[place].setItem(key, value),
    getItem: (key) => window[place].getItem(key),
    removeItem: (key) => window[place].removeItem(key),
  }
}
