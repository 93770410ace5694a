import { parseHex, toHex } from '../core/encoding/hex.ts'
import type { Runtime } from '../core/ports/runtime.ts'
import { keptTable } from '../core/store/kept-tables.ts'

const secretsTable = keptTable('user-pools/secrets')

const encoder = new TextEncoder()

/**
 * A secret of this installation, another one for each `purpose`. Made at random on first use and
 * kept in the store; nothing in the repository can derive it.
 */
export function installationKey(
  { crypto, random, store }: Pick<Runtime, 'crypto' | 'random' | 'store'>,
  purpose: string,
): Promise<Uint8Array> {
  const secrets = store.table<string>(secretsTable)
  let root = secrets.get('root')
  if (root === undefined) {
    root = toHex(random.bytes(32))
    secrets.set('root', root)
  }
  return crypto.hmacSha256(parseHex(root), encoder.encode(purpose))
}
