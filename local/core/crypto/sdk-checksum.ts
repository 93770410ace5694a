import type { Hasher } from '../ports/crypto.ts'

/** A checksum of the AWS SDK, as it comes from `@aws-sdk/checksums`. */
interface SdkChecksum {
  update(chunk: Uint8Array): void
  digest(): Promise<Uint8Array>
}

export function hasherOf(checksum: SdkChecksum): Hasher {
  return {
    update: (chunk) => checksum.update(chunk),
    digest: async () => new Uint8Array(await checksum.digest()),
  }
}
