import type { defaultStorage } from 'aws-amplify/utils'
import type { Store } from './browser-storage.ts'
import { notifySessionChanged } from './session.ts'
import { tellOtherTabs } from './sharing.ts'

type TokenStorage = Pick<typeof defaultStorage, 'getItem' | 'setItem' | 'removeItem' | 'clear'>

/**
 * A store for Amplify's tokens, telling when somebody is there or no longer is. Amplify's own event for
 * a session that AWS has ended comes before the tokens are gone, so whoever looks then sees them still.
 */
export function observedTokenStorage(store: Store): TokenStorage {
  return {
    getItem: (key) => Promise.resolve(store.getItem(key)),
    setItem(key, value) {
      store.setItem(key, value)
      tellOf(key)
      tellOtherTabs()
      return Promise.resolve()
    },
    removeItem(key) {
      store.removeItem(key)
      tellOf(key)
      return Promise.resolve()
    },
    clear() {
      for (const key of store.keys()) store.removeItem(key)
      notifySessionChanged()
      return Promise.resolve()
    },
  }
}

function tellOf(key: string): void {
  if (key.endsWith('.LastAuthUser')) notifySessionChanged()
}
