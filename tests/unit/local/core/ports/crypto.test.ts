import { createHash, createHmac, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Crypto } from '../../../../../local/core/ports/crypto.ts'
import { createWebCrypto } from '../../../../../local/core/crypto/web-crypto.ts'
import { createNodeCrypto } from '../../../../../local/node/node-crypto.ts'

const implementations: [name: string, create: () => Crypto][] = [
  ['OpenSSL', createNodeCrypto],
  ['Web Crypto', createWebCrypto],
]

// RFC 3526 group 15, the 3072-bit group that Cognito's SRP uses.
const N = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
)

const text = (value: string) => new TextEncoder().encode(value)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

function squareAndMultiply(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus
    if (bit === '1') result = (result * base) % modulus
  }
  return result
}

describe.each(implementations)('%s', (_name, create) => {
  const crypto = create()

  test('SHA-256 and HMAC-SHA-256 agree with the published vectors', async () => {
    expect(hex(await crypto.sha256(text('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    // RFC 4231 test case 2.
    expect(hex(await crypto.hmacSha256(text('Jefe'), text('what do ya want for nothing?')))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
    const emptyKey = await crypto.hmacSha256(new Uint8Array(0), text('x'))
    expect(hex(emptyKey)).toBe(createHmac('sha256', '').update('x').digest('hex'))
  })

  test.each([
    ['SHA-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['SHA-1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['MD5', '900150983cd24fb0d6963f7d28e17f72'],
    ['CRC32', '352441c2'],
    ['CRC32C', '364b3fb7'],
    ['CRC64NVME', '05e5cabb3fc1faeb'],
  ] as const)('%s hashes in chunks what it hashes at once', async (algorithm, digest) => {
    const hasher = crypto.hasher(algorithm)
    for (const chunk of ['', 'a', 'bc']) hasher.update(text(chunk))

    expect(hex(await hasher.digest())).toBe(digest)
  })

  test.each(['SHA-256', 'SHA-1', 'MD5'] as const)(
    '%s is right for every length around its block size',
    async (algorithm) => {
      for (let length = 0; length <= 200; length += 1) {
        const data = new Uint8Array(length).map((_, index) => index * 7)
        const hasher = crypto.hasher(algorithm)
        hasher.update(data.subarray(0, length >> 1))
        hasher.update(data.subarray(length >> 1))

        expect(hex(await hasher.digest())).toBe(createHash(algorithm).update(data).digest('hex'))
      }
    },
  )

  test('modPow agrees with square-and-multiply on 3072 bits', async () => {
    const exponents = [1n, 2n, 31n, 32n, 0xdeadbeefn, BigInt(`0x${'7c'.repeat(32)}`), N - 2n]
    for (const base of [2n, 3n, 1n << 3000n, N - 2n, N + 5n, -3n]) {
      for (const exponent of exponents) {
        const reduced = ((base % N) + N) % N
        expect(await crypto.modPow(base, exponent, N)).toBe(squareAndMultiply(reduced, exponent, N))
      }
    }
  })

  test('modPow answers the cases that OpenSSL refuses', async () => {
    expect(await crypto.modPow(0n, 5n, N)).toBe(0n)
    expect(await crypto.modPow(N, 5n, N)).toBe(0n)
    expect(await crypto.modPow(1n, 5n, N)).toBe(1n)
    expect(await crypto.modPow(N - 1n, 5n, N)).toBe(N - 1n)
    expect(await crypto.modPow(N - 1n, 6n, N)).toBe(1n)
    expect(await crypto.modPow(5n, 0n, N)).toBe(1n)
    expect(await crypto.modPow(5n, N + 1n, N)).toBe(squareAndMultiply(5n, N + 1n, N))
    expect(await crypto.modPow(5n, 117n, 19n)).toBe(1n)
    expect(await crypto.modPow(5n, 3n, 1n)).toBe(0n)
    expect(await crypto.modPow(7n, 9n, 1n << 600n)).toBe(7n ** 9n)
  })

  test('an RS256 signature verifies with the public half and with nothing else', async () => {
    const key = await crypto.generateRsaKey()
    const sign = await crypto.rs256Signer(key)
    const signature = await sign('header.payload')

    const { kty, n, e } = key
    const publicKey = createPublicKey({ key: { kty: kty!, n: n!, e: e! }, format: 'jwk' })
    expect(Buffer.from(n!, 'base64url')).toHaveLength(256)
    expect(verify('sha256', Buffer.from('header.payload'), publicKey, signature)).toBe(true)
    expect(verify('sha256', Buffer.from('header.payloaD'), publicKey, signature)).toBe(false)
  })

  test('equal compares whole values', () => {
    expect(crypto.equal(text('abc'), text('abc'))).toBe(true)
    expect(crypto.equal(text('abc'), text('abd'))).toBe(false)
    expect(crypto.equal(text('abc'), text('abcd'))).toBe(false)
    expect(crypto.equal(text(''), text(''))).toBe(true)
  })

  test('bytes that are handed out own their memory', async () => {
    const digest = await crypto.sha256(text('abc'))

    expect(digest.buffer.byteLength).toBe(32)
    expect(digest.constructor).toBe(Uint8Array)
  })
})
