import type { Crypto } from '../core/ports/crypto.ts'
import { toHex } from '../core/encoding/hex.ts'
import { scopeText, sign, type CredentialScope } from './signature.ts'

/** What the first chunk's signature continues from. */
export interface ChunkSeed {
  signature: string
  amzDate: string
  scope: CredentialScope
  signingKey: Uint8Array
}

/** Signs the chunks of one body; each signature covers the one before it. */
export interface ChunkSigner {
  /** @param dataHash SHA-256 of the chunk's bytes. */
  signChunk(dataHash: Uint8Array): Promise<string>
  /** @param trailerHash SHA-256 of the trailing header lines, each as `name:value\n`. */
  signTrailer(trailerHash: Uint8Array): Promise<string>
}

const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
export function createChunkSigner(crypto: Crypto, seed: ChunkSeed): ChunkSigner {
  let previous = seed.signature

  async function next(algorithm: string, ...hashes: string[]): Promise<string> {
    const lines = [algorithm, seed.amzDate, scopeText(seed.scope), previous, ...hashes]
    previous = await sign(crypto, seed.signingKey, lines.join('\n'))
    return previous
  }

  return {
    signChunk: (dataHash) => next('AWS4-HMAC-SHA256-PAYLOAD', emptyHash, toHex(dataHash)),
    signTrailer: (trailerHash) => next('AWS4-HMAC-SHA256-TRAILER', toHex(trailerHash)),
  }
}
