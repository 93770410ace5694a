import { createNodeCrypto } from '../../../local/node/node-crypto.ts'
import type { JsonWebKey } from '../../../local/core/ports/crypto.ts'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    rsaKeys: JsonWebKey[]
  }
}

/** More than any one test's installations use together, so that theirs differ. */
const count = 16

/** Makes the run's RSA keys: making one takes longer than most tests. */
export default async function makeTestKeys({ provide }: TestProject): Promise<void> {
  const crypto = createNodeCrypto()
  provide(
    'rsaKeys',
    await Promise.all(Array.from({ length: count }, () => crypto.generateRsaKey())),
  )
}
