import { errors, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type JWK } from 'jose'
import type { Clock } from '../../../local/core/ports/clock.ts'
import type { VerifiedLogin, VerifyLogin } from '../../../local/identity-pools/login.ts'

/** Signs tokens as a user pool does, and proves them as one. */
export interface TokenIssuer {
  /** Key of `Logins`. */
  providerName: string
  idToken: (claims: { sub: string; [claim: string]: unknown }) => Promise<string>
  verifyLogin: VerifyLogin
  /** People who have signed out since. */
  inactive: Set<string>
}

const audience = '1example23456789abcdefghij'

// One pair for all tests of a file: making it takes longer than most of them.
const keyPair = generateKeyPair('RS256', { extractable: true })

export async function createTokenIssuer(clock: Clock, issuer: string): Promise<TokenIssuer> {
  const { privateKey, publicKey } = await keyPair
  const jwk: JWK = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }
  const inactive = new Set<string>()
  const providerName = issuer.replace(/^https?:\/\//, '')

  const verify = async (token: string): Promise<VerifiedLogin> => {
    const key = await importJWK(jwk, 'RS256')
    const currentDate = new Date(clock.now())
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['RS256'], currentDate })
      const { sub: subject = '', aud } = payload
      if (payload.iss !== issuer) return { kind: 'issuer-mismatch' }
      if (payload.token_use !== 'id' || typeof aud !== 'string') return { kind: 'not-an-id-token' }
      const active = !inactive.has(subject)
      return { kind: 'verified', subject, audience: aud, claims: payload, active }
    } catch (error) {
      if (!(error instanceof errors.JWTExpired)) return { kind: 'invalid' }
      const nowSeconds = Math.floor(clock.now() / 1000)
      return { kind: 'expired', nowSeconds, expiresAtSeconds: error.payload.exp ?? 0 }
    }
  }

  return {
    providerName,
    inactive,
    verifyLogin: (name, token) =>
      name === providerName ? verify(token) : Promise.resolve({ kind: 'unsupported-provider' }),
    idToken(claims) {
      const iat = Math.floor(clock.now() / 1000)
      const all = { aud: audience, iss: issuer, token_use: 'id', iat, exp: iat + 3600, ...claims }
      return new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey)
    },
  }
}
