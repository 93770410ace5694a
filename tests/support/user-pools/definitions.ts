import { physicalIdFor } from '../../../local/template/physical-id.ts'
import { createDefinitions } from '../../../local/template/read-definitions.ts'
import type { Definitions } from '../../../local/user-pools/pools/definitions.ts'
import { createLoadContext } from '../template/load-context.ts'

const region = 'us-east-1'
const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) }

/** Reads pools and app clients for an account that has no functions. */
export function createTestDefinitions(): Definitions {
  return createDefinitions(
    createLoadContext({}, region),
    (type) => physicalIdFor(type, random, region),
    () => ({ functions: [] }),
  )
}
