/**
 * Unit tests of the app that want a window, or reach modules that keep state: each file has a process of
 * its own, where jsdom and the modules are loaded anew. That takes longer than what is tested, so all
 * others share one in Node; tests/architecture/module-state.test.ts holds the list to that.
 */
export const isolatedUnitTests: readonly string[] = [
  'tests/unit/src/auth/attributes/introduction.test.ts',
  'tests/unit/src/auth/pacing/paced-fetch.test.ts',
  'tests/unit/src/auth/redirect.test.ts',
  'tests/unit/src/auth/redirect/open-domain.test.ts',
  'tests/unit/src/auth/session/damaged-stores.test.ts',
  'tests/unit/src/auth/session/session.test.ts',
  'tests/unit/src/auth/srp/native-mod-pow.test.ts',
  'tests/unit/src/local-mode-host.test.ts',
  'tests/unit/src/prerender.test.ts',
  'tests/unit/src/retry/repeat.test.ts',
  'tests/unit/src/storage/retries.test.ts',
]
