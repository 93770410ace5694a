import { expect, test } from 'vitest'
import { createInstallationSigningKey } from '../../../../../local/core/crypto/installation-signing-key.ts'
import { decodeJwt } from '../../../../../local/core/crypto/jwt.ts'
import { createJwtVerifier } from '../../../../../local/core/crypto/jwt-verifier.ts'
import { createTestRuntime } from '../../../../support/core/test-runtime.ts'

test('two first signatures at once are by one key, and the key set has it', async () => {
  const runtime = createTestRuntime()
  const key = createInstallationSigningKey(runtime, 'keys', 'own')

  const tokens = await Promise.all([key.sign({ n: 1 }), key.sign({ n: 2 })])

  const { keys } = await key.keySet()
  const [jwk] = keys as [{ kid: string; n: string; e: string }]
  const hasSigned = await createJwtVerifier(jwk)
  for (const token of tokens) {
    expect(decodeJwt(token)?.header['kid']).toBe(jwk.kid)
    expect(await hasSigned?.(token)).toBe(true)
  }
})

test('a key outlives the process, and is nobody’s after a reset', async () => {
  const runtime = createTestRuntime()
  const key = createInstallationSigningKey(runtime, 'keys', 'own')
  const first = await key.keySet()

  expect(await createInstallationSigningKey(runtime, 'keys', 'own').keySet()).toEqual(first)
  expect(await createInstallationSigningKey(runtime, 'keys', 'other').keySet()).not.toEqual(first)
  runtime.store.clear()
  const { kid } = decodeJwt(await key.sign({}))!.header
  expect((await key.keySet()).keys).toMatchObject([{ kid }])
  expect(await key.keySet()).not.toEqual(first)
})
