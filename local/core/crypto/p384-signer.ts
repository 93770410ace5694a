import { concatBytes } from '../encoding/bytes.ts'

/** A key pair on P-384 that signs one message. */
export interface P384Signer {
  /** The point in compressed form (SEC 1, section 2.3.3). */
  publicKey: Uint8Array<ArrayBuffer>
  /** With SHA-384. @returns the signature in DER (RFC 3279, section 2.2.3). */
  sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

const coordinateBytes = 48

export async function createP384Signer(): Promise<P384Signer> {
  const { subtle } = globalThis.crypto
  const curve = { name: 'ECDSA', namedCurve: 'P-384' }
  const { privateKey, publicKey } = await subtle.generateKey(curve, true, ['sign', 'verify'])
  const point = new Uint8Array(await subtle.exportKey('raw', publicKey))
  const isOdd = (point.at(-1) ?? 0) % 2 === 1
  return {
    publicKey: concatBytes(Uint8Array.of(isOdd ? 3 : 2), point.subarray(1, 1 + coordinateBytes)),
    async sign(data) {
      const algorithm = { name: 'ECDSA', hash: 'SHA-384' }
      const pair = new Uint8Array(await subtle.sign(algorithm, privateKey, data))
      return inDer(pair.subarray(0, coordinateBytes), pair.subarray(coordinateBytes))
    },
  }
}

/** A sequence of two integers. Both are short enough for lengths of one byte. */
function inDer(r: Uint8Array, s: Uint8Array): Uint8Array<ArrayBuffer> {
  const integers = concatBytes(integerInDer(r), integerInDer(s))
  return concatBytes(Uint8Array.of(0x30, integers.length), integers)
}

/** As short as it gets, and not negative. */
function integerInDer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0)
  const digits = first < 0 ? Uint8Array.of(0) : bytes.subarray(first)
  const sign = (digits[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array()
  return concatBytes(Uint8Array.of(0x02, sign.length + digits.length), sign, digits)
}
