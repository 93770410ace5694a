import { expect, test } from 'vitest'
import { createNodeCrypto } from '../../../../../local/node/node-crypto.ts'
import {
  claimSignature,
  publicNumber,
  scrambler,
  sessionKey,
} from '../../../../../local/user-pools/srp/server-proof.ts'
import { checkPassword, createVerifier } from '../../../../../local/user-pools/srp/verifier.ts'
import { srpVector } from '../../../../support/user-pools/srp-vectors.ts'

// The exchange in tests/support/user-pools/srp-vectors.ts, from the server's side.

const crypto = createNodeCrypto()
const numberOf = (hex: string) => BigInt(`0x${hex}`)
const [A, b, u] = [numberOf(srpVector.A), numberOf(srpVector.b), numberOf(srpVector.u)]
const owner = { poolId: `us-east-1_${srpVector.poolName}`, username: srpVector.userId }

function verifierWith(salt: string) {
  const random = { bytes: () => Uint8Array.from(Buffer.from(salt, 'hex')) }
  return createVerifier({ crypto, random }, owner, srpVector.password)
}

async function signatureFor(salt: string): Promise<{ key: string; signature: string }> {
  const v = numberOf((await verifierWith(salt)).verifierHex)
  const B = await publicNumber(crypto, v, b)
  const key = await sessionKey(crypto, { A, u: await scrambler(crypto, A, B), v, b })
  const signature = await claimSignature(crypto, key, {
    poolName: srpVector.poolName,
    username: srpVector.userId,
    secretBlock: Uint8Array.from(Buffer.from(srpVector.secretBlock, 'base64')),
    timestamp: srpVector.timestamp,
  })
  return {
    key: Buffer.from(key).toString('hex'),
    signature: Buffer.from(signature).toString('base64'),
  }
}

test('the server computes the verifier, B, u, key and signature of the vector', async () => {
  const { saltHex, verifierHex } = await verifierWith(srpVector.salt)
  const B = await publicNumber(crypto, numberOf(verifierHex), b)

  expect(saltHex).toBe(srpVector.salt)
  expect(verifierHex).toMatch(/^9ff52337513afbf9[\da-f]+28b01e8959db3241$/)
  expect(B.toString(16)).toBe(srpVector.B)
  expect(await scrambler(crypto, A, B)).toBe(u)
  expect(await signatureFor(srpVector.salt)).toEqual({
    key: srpVector.hkdf,
    signature: srpVector.signature,
  })
})

test('a salt is a number: leading zeros are kept in the text and do not count', async () => {
  const salt = '00a3c1a5d7e2b4860a1b2c3d4e5f6071'

  expect((await verifierWith(salt)).saltHex).toBe(salt)
  expect(await signatureFor(salt)).toEqual({
    key: '72bc0c9fa10422cf8a4f5c285c900251',
    signature: '0dDRhasArjcfvlSMGwqvKUSCC0w0UcQV7W9fiqi5TAM=',
  })
})

test('checkPassword knows the password from every other, for its owner only', async () => {
  const stored = await verifierWith(srpVector.salt)
  const check = (password: string, who = owner) => checkPassword(crypto, who, stored, password)

  expect(await check(srpVector.password)).toBe(true)
  expect(await check(srpVector.password.normalize('NFD'))).toBe(false)
  expect(await check(`${srpVector.password} `)).toBe(false)
  expect(await check('')).toBe(false)
  expect(await check(srpVector.password, { ...owner, username: 'eve' })).toBe(false)
  expect(await check(srpVector.password, { ...owner, poolId: 'us-east-1_Other' })).toBe(false)
})
