import { webcrypto } from 'node:crypto'
import type { Random } from '../../../local/core/ports/random.ts'
import type { LoadContext } from '../../../local/template/load-context.ts'
import { physicalIdFor } from '../../../local/template/physical-id.ts'

const random: Random = { bytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)) }

/** A stack of its own, whose ids stay the same for as long as the context is used. */
export function createLoadContext(
  parameters: Readonly<Record<string, string>> = {},
  region = 'eu-west-1',
): LoadContext {
  const ids = new Map<string, string>()
  return {
    region,
    accountId: '123456789012',
    stackName: 'starter',
    parameters,
    physicalId(logicalId, type) {
      const key = `${type} ${logicalId}`
      const id = ids.get(key) ?? physicalIdFor(type, random, region, logicalId)
      ids.set(key, id)
      return id
    },
    issuerOf: (userPoolId) => `http://localhost:9229/${userPoolId}`,
    providerNameOf: (userPoolId) => `localhost:9229/${userPoolId}`,
  }
}
