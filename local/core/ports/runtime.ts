import type { Blobs } from './blobs.ts'
import type { Clock } from './clock.ts'
import type { Crypto } from './crypto.ts'
import type { Log } from './log.ts'
import type { Random } from './random.ts'
import type { Store } from '../store/store.ts'

/** All that a service needs of the world outside it. */
export interface Runtime {
  clock: Clock
  random: Random
  store: Store
  blobs: Blobs
  crypto: Crypto
  log: Log
}
