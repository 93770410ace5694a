import { toBase64 } from '../../core/encoding/base64.ts'
import type { StoredBlob } from '../../core/ports/blobs.ts'
import type { Checksum } from '../checksums/checksums.ts'
import type { OperationContext } from '../operation.ts'
import type { PayloadFacts } from './payload.ts'

/**
 * Runs the transaction that makes a stored blob somebody's body; when it refuses, the blob goes.
 *
 * @param commit Checks and writes, with nothing asynchronous between.
 */
export async function keepBlob<Result>(
  { runtime }: OperationContext,
  blob: StoredBlob,
  commit: () => Result,
): Promise<Result> {
  try {
    return runtime.store.transaction(commit)
  } catch (error) {
    await runtime.blobs.delete(blob.id)
    throw error
  }
}

export function checksumOf(fact: PayloadFacts['checksum']): { checksum?: Checksum } {
  if (!fact) return {}
  return {
    checksum: { algorithm: fact.algorithm, value: toBase64(fact.value), type: 'FULL_OBJECT' },
  }
}
