import type { defaultStorage } from 'aws-amplify/utils'
import { notifySessionChanged } from './session.ts'

type TokenStorage = Pick<typeof defaultStorage, 'getItem' | 'setItem' | 'removeItem' | 'clear'>

/**
 * Amplify's storage, telling when somebody is there or no longer is. Amplify's own event for a
 * session that AWS has ended comes before the tokens are gone, so whoever looks then sees them still.
 */
export function tellingStorage(storage: TokenStorage): TokenStorage {
  return {
    getItem: (key) => storage.getItem(key),
    async setItem(key, value) {
      await storage.setItem(key, value)
      tellOf(key)
    },
    async removeItem(key) {
      await storage.removeItem(key)
      tellOf(key)
    },
    async clear() {
      await storage.clear()
      notifySessionChanged()
    },
  }
}

function tellOf(key: string): void {
  if (key.endsWith('.LastAuthUser')) notifySessionChanged()
}
