import { decodeJwt, type JwtClaims } from '../../core/jwt.ts'
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
  /** `not-ours`: no JWT, or one of another issuer, or not for this use. */
  fault: 'not-ours' | 'bad-signature' | 'expired'
  /** What the token says of itself; believe it only where the fault is `expired`. */
  claims: JwtClaims
}

/** Checks form, issuer, use, signature and expiry, in this order. */
export async function verifyToken(
  ctx: Pick<OperationContext, 'clock' | 'pools' | 'signingKeys'>,
  token: string,
  use: 'access' | 'id',
): Promise<VerifiedToken | RefusedToken> {
  const jwt = decodeJwt(token)
  const claims = jwt?.claims ?? {}
  const pool = ctx.pools().find(({ issuer }) => issuer === claims['iss'])
  if (!jwt || !pool || claims['token_use'] !== use) {
    return { isValid: false, fault: 'not-ours', claims }
  }

  const key = (await ctx.signingKeys.of(pool.id))[use]
  if (jwt.header['kid'] !== key.kid || !(await key.hasSigned(token))) {
    return { isValid: false, fault: 'bad-signature', claims }
  }
  if (Number(claims['exp']) * 1000 <= ctx.clock.now()) {
    return { isValid: false, fault: 'expired', claims }
  }
  return { isValid: true, pool, claims }
}
