import { afterEach, expect, test, vi } from 'vitest'
import { stores } from '../../../../../src/auth/session/browser-storage.ts'
import { canKeep } from '../../../../../src/auth/session/can-keep.ts'
import { openTabChannel } from '../../../../../src/auth/session/tab-channel.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  window.localStorage.clear()
  window.sessionStorage.clear()
})

function corrupted(): never {
  throw new DOMException('The file is damaged', 'NS_ERROR_FILE_CORRUPTED')
}

const ways: [what: string, methods: Partial<Storage>][] = [
  ['has no room', { setItem: corrupted }],
  ['cannot be read', { getItem: corrupted }],
  ['loses what it takes', { setItem: () => {} }],
  ['does nothing at all', { setItem: corrupted, getItem: corrupted, removeItem: corrupted }],
]

test.each(ways)('a store that %s is the page’s memory', (_what, methods) => {
  for (const [name, method] of Object.entries(methods)) {
    vi.spyOn(Storage.prototype, name as 'setItem').mockImplementation(method as () => void)
  }
  const { sessionStorage: store } = stores

  store.setItem('a', '1')
  expect(store.getItem('a')).toBe('1')
  store.setItem('a', '2')
  expect([store.getItem('a'), store.keys().includes('a')]).toEqual(['2', true])
  store.removeItem('a')
  expect([store.getItem('a'), canKeep('sessionStorage')]).toEqual([null, false])
})

test.each(ways)(
  'a redirect’s steps outlive a store that %s, and nobody else’s do',
  async (_what, methods) => {
    const proto = Object.getPrototypeOf(window.localStorage) as Storage
    const real = Object.getOwnPropertyDescriptors(proto)
    for (const [name, method] of Object.entries(methods)) {
      Object.defineProperty(proto, name, { configurable: true, writable: true, value: method })
    }
    const key = 'CognitoIdentityServiceProvider.client-1.oauthState'
    // It is done once for a page.
    vi.resetModules()
    const { spillSteps } = await import('../../../../../src/auth/session/spilled-steps.ts')
    try {
      spillSteps()
      window.localStorage.setItem(key, 'state')
      expect(window.localStorage.getItem(key)).toBe('state')
      window.localStorage.removeItem(key)
      expect(window.localStorage.getItem(key)).toBeNull()
      if (methods.setItem === corrupted) {
        expect(() => window.localStorage.setItem('theirs', '1')).toThrow('The file is damaged')
      }
    } finally {
      Object.defineProperties(proto, real)
    }
  },
)

test('where a browser refuses channels, tabs keep to themselves', () => {
  vi.stubGlobal('BroadcastChannel', function () {
    throw new DOMException('The operation is insecure.', 'SecurityError')
  })

  const channel = openTabChannel('session')

  expect(() => channel.postMessage({})).not.toThrow()
  channel.close()
})
