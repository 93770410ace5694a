import { configuration } from './checks/configuration.ts'
import { storage } from './checks/storage.ts'
import { userPool } from './checks/user-pool.ts'
import type { Check } from './ports.ts'

/** In the order of `checkIds`: what others rest on comes first. */
export const checks: readonly Check[] = [configuration, storage, userPool]
