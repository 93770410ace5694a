import { createMemoryStore } from '../../../local/core/store/memory-store.ts'
import { createMemoryBlobs } from '../../../local/core/store/memory-blobs.ts'
import type { Runtime } from '../../../local/core/ports/runtime.ts'
import { createTestClock, type TestClock } from './clock.ts'
import { createTestCrypto } from './test-crypto.ts'

export interface TestRuntime extends Runtime {
  clock: TestClock
  /** What went to the log, for tests that expect a fault. */
  logged: string[]
}

/** The world as services see it: in memory, with a clock that tests move. */
export function createTestRuntime(): TestRuntime {
  const logged: string[] = []
  const random = {
    bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  }
  return {
    clock: createTestClock(),
    random,
    store: createMemoryStore(),
    blobs: createMemoryBlobs(random),
    crypto: createTestCrypto(),
    log: {
      info: (message) => void logged.push(message),
      warn: (message) => void logged.push(message),
      error: (message) => void logged.push(message),
    },
    logged,
  }
}
