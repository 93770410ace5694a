import { compactVerify, decodeProtectedHeader, exportJWK, generateKeyPair } from 'jose'
import { expect, test } from 'vitest'
import { createJwtVerifier } from '../../../../../local/core/crypto/jwt-verifier.ts'
import { decodeJwt, signJwt } from '../../../../../local/core/crypto/jwt.ts'
import { createNodeCrypto } from '../../../../../local/node/node-crypto.ts'

async function createSigner() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  const sign = await createNodeCrypto().rs256Signer(jwk)
  return { signer: { kid: 'one', alg: 'RS256', sign } as const, publicKey, jwk }
}

test('what signJwt signs, jose verifies', async () => {
  const { signer, publicKey } = await createSigner()
  const claims = { sub: 'zoë', exp: 1 }

  const token = await signJwt(signer, claims)

  await compactVerify(token, publicKey)
  expect(decodeProtectedHeader(token)).toEqual({ kid: 'one', alg: 'RS256' })
  expect(decodeJwt(token)).toEqual({ header: { kid: 'one', alg: 'RS256' }, claims })
})

test('a verifier takes RS256 by its own key and nothing else', async () => {
  const [ours, theirs] = await Promise.all([createSigner(), createSigner()])
  const verify = await createJwtVerifier(ours.jwk)
  const token = await signJwt(ours.signer, { sub: 'ada' })
  const [, payload = '', signature = ''] = token.split('.')
  const headerOf = (alg: string) => Buffer.from(JSON.stringify({ alg })).toString('base64url')

  expect(await verify?.(token)).toBe(true)
  expect(await verify?.(await signJwt(theirs.signer, { sub: 'ada' }))).toBe(false)
  expect(await verify?.(`${headerOf('none')}.${payload}.`)).toBe(false)
  expect(await verify?.(`${headerOf('HS256')}.${payload}.${signature}`)).toBe(false)
  expect(await verify?.('junk')).toBe(false)
})

test('no verifier is made of a key without its parts', async () => {
  expect(await createJwtVerifier({ kty: 'EC' })).toBeUndefined()
})

test.for(['', 'a.b', 'e30.e30', 'e30.e30.e30.e30', 'e30.W10.AA', '!.e30.AA', 'bnVsbA.e30.AA'])(
  '"%s" is no JWT',
  (text) => {
    expect(decodeJwt(text)).toBeUndefined()
  },
)
