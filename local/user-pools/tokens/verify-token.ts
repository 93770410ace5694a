import { decodeJwt, type JwtClaims } from '../../core/crypto/jwt.ts'
import type { UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'

/** A token of ours that is signed and not expired; whether its sign-in still lives is not said. */
export interface VerifiedToken {
  isValid: true
  pool: UserPoolConfig
  claims: JwtClaims
}

export interface RefusedToken {
  isValid: false
  fault: 'malformed' | 'foreign' | 'wrong-use' | 'bad-signature' | 'expired'
  /** What the token says of itself; believe it only where the fault is `expired`. */
  claims: JwtClaims
}

/** Checks form, issuer, use, signature and expiry, in this order. */
export async function verifyToken(
  ctx: Pick<OperationContext, 'clock' | 'pools' | 'signingKeys'>,
  token: string,
  use: 'access' | 'id',
): Promise<VerifiedToken | RefusedToken> {
  const refuse = (fault: RefusedToken['fault'], claims: JwtClaims = {}): RefusedToken => ({
    isValid: false,
    fault,
    claims,
  })
  const jwt = decodeJwt(token)
  if (!jwt) return refuse('malformed')
  const { header, claims } = jwt
  const pool = ctx.pools().find(({ issuer }) => issuer === claims.iss)
  if (!pool) return refuse('foreign', claims)
  if (claims.token_use !== use) return refuse('wrong-use', claims)

  const key = (await ctx.signingKeys.of(pool.id))[use]
  if (header.kid !== key.kid || !(await key.hasSigned(token))) {
    return refuse('bad-signature', claims)
  }
  // Turned this way round, an `exp` that is no number has passed.
  if (!(Number(claims.exp) * 1000 > ctx.clock.now())) return refuse('expired', claims)
  return { isValid: true, pool, claims }
}
