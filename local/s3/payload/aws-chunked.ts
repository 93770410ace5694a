import type { Crypto } from '../../core/ports/crypto.ts'
import { isSameSignature } from '../../signature-v4/signature.ts'
import type { ChunkSigner } from '../../signature-v4/chunk-signer.ts'
import { createByteReader, type ByteReader } from './byte-reader.ts'
import { S3Error } from '../errors.ts'

export interface ChunkedBody {
  crypto: Crypto
  /** Undefined for `STREAMING-UNSIGNED-PAYLOAD-TRAILER`. */
  signer: ChunkSigner | undefined
  hasTrailer: boolean
  /** Called once, before the last chunk's end, with names in lower case. */
  onTrailer(trailer: ReadonlyMap<string, string>): void
}

const maxLineBytes = 4096
const maxTrailerLines = 10
const signatureTrailer = 'x-amz-trailer-signature'

/**
 * Takes the `aws-chunked` framing off a body and proves each chunk's signature as it passes.
 *
 * @throws IncompleteBody for broken framing, SignatureDoesNotMatch
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
export async function* decodeChunked(
  source: AsyncIterable<Uint8Array>,
  body: ChunkedBody,
): AsyncGenerator<Uint8Array> {
  const reader = createByteReader(source)
  while (true) {
    const { sizeBytes, signature } = parseChunkHeader(await reader.readLine(maxLineBytes))
    const hasher = body.signer && body.crypto.hasher('SHA-256')
    let received = 0
    for await (const piece of reader.readBytes(sizeBytes)) {
      hasher?.update(piece)
      received += piece.byteLength
      yield piece
    }
    if (received !== sizeBytes) throw new S3Error('IncompleteBody')
    if (body.signer && hasher) {
      checkSignature(body, await body.signer.signChunk(await hasher.digest()), signature)
    }
    if (sizeBytes === 0) break
    if ((await reader.readLine(0)) === undefined) throw new S3Error('IncompleteBody')
  }
  if (body.hasTrailer) body.onTrailer(await readTrailer(reader, body))
  else if ((await reader.readLine(0)) === undefined) throw new S3Error('IncompleteBody')
  if (!(await reader.isAtEnd())) throw new S3Error('IncompleteBody')
}

function parseChunkHeader(line: string | undefined): {
  sizeBytes: number
  signature: string | undefined
} {
  const match = /^([\da-f]{1,9})(?:;chunk-signature=([\da-f]{64}))?$/i.exec(line ?? '')
  if (!match) throw new S3Error('IncompleteBody')
  return { sizeBytes: Number.parseInt(match[1] ?? '', 16), signature: match[2] }
}

async function readTrailer(
  reader: ByteReader,
  { signer, ...body }: ChunkedBody,
): Promise<ReadonlyMap<string, string>> {
  const lines = new Map<string, string>()
  while (true) {
    const line = await reader.readLine(maxLineBytes)
    if (line === undefined || lines.size > maxTrailerLines) throw new S3Error('IncompleteBody')
    if (line === '') break
    const colon = line.indexOf(':')
    lines.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  if (!signer) return lines
  const signature = lines.get(signatureTrailer)
  lines.delete(signatureTrailer)
  const text = [...lines].map(([name, value]) => `${name}:${value}\n`).join('')
  const hash = await body.crypto.sha256(new TextEncoder().encode(text))
  checkSignature(body, await signer.signTrailer(hash), signature)
  return lines
}

function checkSignature(
  { crypto }: Pick<ChunkedBody, 'crypto'>,
  expected: string,
  provided: string | undefined,
): void {
  if (provided === undefined || !isSameSignature(crypto, expected, provided)) {
    throw new S3Error('SignatureDoesNotMatch')
  }
}
