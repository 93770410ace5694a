import { createHmac } from 'node:crypto'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { expect, test } from 'vitest'
import { createJwtVerifier } from '../../../../../local/core/crypto/jwt-verifier.ts'

const rsa = generateKeyPair('RS256', { extractable: true })
const ec = generateKeyPair('ES256', { extractable: true })

function sign(alg: string, key: CryptoKey): Promise<string> {
  const payload = new TextEncoder().encode('{}')
  return new CompactSign(payload).setProtectedHeader({ alg }).sign(key)
}

async function publicJwk(pair: Promise<{ publicKey: CryptoKey }>): Promise<JWK> {
  return exportJWK((await pair).publicKey)
}

function part(text: string): string {
  return Buffer.from(text).toString('base64url')
}

test('an RSA key checks RS256, a key on P-256 checks ES256', async () => {
  const ofRsa = await createJwtVerifier({ ...(await publicJwk(rsa)), alg: 'RS256', use: 'sig' })
  const ofEc = await createJwtVerifier({ ...(await publicJwk(ec)) })
  const byRsa = await sign('RS256', (await rsa).privateKey)
  const byEc = await sign('ES256', (await ec).privateKey)

  expect([await ofRsa?.(byRsa), await ofEc?.(byEc)]).toEqual([true, true])
  expect([await ofRsa?.(byEc), await ofEc?.(byRsa)]).toEqual([false, false])
  expect(await ofRsa?.(`${byRsa.slice(0, -8)}AAAAAAAA`)).toBe(false)
})

test('neither no signature nor one made with what is public is taken', async () => {
  const jwk = await publicJwk(rsa)
  const verify = await createJwtVerifier({ ...jwk })
  const none = `${part('{"alg":"none"}')}.${part('{}')}.`
  const input = `${part('{"alg":"HS256"}')}.${part('{}')}`
  const macs = [JSON.stringify(jwk), jwk.n!, Buffer.from(jwk.n!, 'base64url')].map((key) =>
    createHmac('sha256', key).update(input).digest('base64url'),
  )

  for (const token of [none, ...macs.map((mac) => `${input}.${mac}`), '', 'a.b.c']) {
    expect(await verify?.(token)).toBe(false)
  }
})

test('keys that are for something else check nothing', async () => {
  const jwk = await publicJwk(rsa)

  for (const key of [
    { ...jwk, use: 'enc' },
    { ...jwk, alg: 'RS512' },
    { ...jwk, alg: 'RSA-OAEP' },
    { ...jwk, n: undefined },
    { kty: 'RSA', n: 7, e: [] },
    { kty: 'oct', k: 'c2VjcmV0' },
    { ...(await publicJwk(ec)), crv: 'P-384' },
    {},
  ]) {
    expect(await createJwtVerifier(key)).toBeUndefined()
  }
})
