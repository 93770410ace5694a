import { exportPKCS8, generateKeyPair, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createEs256Signer } from '../../../../../local/core/crypto/es256-signer.ts'
import { signJwt } from '../../../../../local/core/crypto/jwt.ts'

const claims = { iss: 'TEAM', iat: 1, exp: 2 }

test('a key is read however its line breaks came through', async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const pem = await exportPKCS8(privateKey)
  const base64 = pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')

  for (const text of [pem, pem.trim().replaceAll('\n', '\\n'), pem.replaceAll('\n', ' '), base64]) {
    const token = await signJwt(await createEs256Signer(text, 'KEY'), claims)

    const { payload, protectedHeader } = await jwtVerify(token, publicKey, {
      algorithms: ['ES256'],
      currentDate: new Date(1000),
    })
    expect(payload).toEqual(claims)
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: 'KEY' })
  }
})

test('what is no such key is refused', async () => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })

  for (const text of ['', 'x', await exportPKCS8(privateKey)]) {
    await expect(createEs256Signer(text, 'KEY')).rejects.toThrow()
  }
})
