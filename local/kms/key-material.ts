import { parseBase64, toBase64 } from '../core/encoding/base64.ts'
import type { Random } from '../core/ports/random.ts'
import { keptTable } from '../core/store/kept-tables.ts'
import type { Store } from '../core/store/store.ts'

const tableName = keptTable('kms/keys')

/** What keys are, by their ARN: 32 bytes in Base64, made when one is first needed. */
export function createKeyMaterial({ store, random }: { store: Store; random: Random }) {
  const keys = store.table<string>(tableName)
  return (arn: string): Uint8Array<ArrayBuffer> => {
    const known = parseBase64(keys.get(arn) ?? '')
    if (known && known.length > 0) return known
    const made = random.bytes(32)
    keys.set(arn, toBase64(made))
    return made
  }
}
