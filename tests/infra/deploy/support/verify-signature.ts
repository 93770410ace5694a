import { createNodeCrypto } from '../../../../local/node/node-crypto.ts'
import { canonicalRequest } from '../../../../local/signature-v4/canonical-request.ts'
import { deriveSigningKey, stringToSign } from '../../../../local/signature-v4/signature.ts'

export interface SignedBy {
  accessKeyId: string
  service: string
}

const crypto = createNodeCrypto()

/** @returns undefined unless the request is signed, over its body too, with the secret of its key. */
export async function verifySignature(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  secretOf: (accessKeyId: string) => string | undefined,
): Promise<SignedBy | undefined> {
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      request.headers.get('authorization') ?? '',
    )
  const [, accessKeyId = '', date = '', region = '', service = '', names = '', signature] =
    parts ?? []
  const secret = secretOf(accessKeyId)
  if (secret === undefined) return undefined
  const url = new URL(request.url)
  const scope = { date, region, service }
  const canonical = canonicalRequest({
    method: request.method,
    path: url.pathname,
    query: url.searchParams,
    headers: names.split(';').map((name) => [name, request.headers.get(name) ?? '']),
    payloadHash: request.headers.get('x-amz-content-sha256') ?? toHex(await crypto.sha256(bytes)),
  })
  const amzDate = request.headers.get('x-amz-date') ?? ''
  const key = await deriveSigningKey(crypto, secret, scope)
  const expected = await crypto.hmacSha256(
    key,
    new TextEncoder().encode(await stringToSign(crypto, amzDate, scope, canonical)),
  )
  return toHex(expected) === signature ? { accessKeyId, service } : undefined
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
