import type { JwtClaims } from '../../core/crypto/jwt.ts'
import type { AppClientConfig, UserPoolConfig } from '../config.ts'
import type { OperationContext } from '../context.ts'
import { isRevoked, tokenFamilies } from './token-family.ts'
import { verifyToken, type RefusedToken } from './verify-token.ts'

/** An ID token of ours, for an app client that its pool has. */
export interface VerifiedIdToken {
  isValid: true
  pool: UserPoolConfig
  client: AppClientConfig
  sub: string
  claims: JwtClaims
  /** Whether the sign-in still lives: not signed out, revoked, disabled or deleted. */
  active: boolean
}

/**
 * Checks form, issuer, `token_use`, signature, expiry and audience. Identity pools look at `active`
 * where ServerSideTokenCheck is on.
 */
export async function verifyIdToken(
  ctx: Pick<OperationContext, 'clock' | 'pools' | 'signingKeys' | 'store' | 'users'>,
  token: string,
): Promise<VerifiedIdToken | RefusedToken> {
  const verified = await verifyToken(ctx, token, 'id')
  if (!verified.isValid) return verified
  const { pool, claims } = verified
  const client = pool.clients.find(({ id }) => id === claims.aud)
  if (!client) return { isValid: false, fault: 'foreign', claims }

  const sub = String(claims.sub)
  const user = ctx.users.findBySub(pool, sub)
  const family = tokenFamilies(ctx.store).get(String(claims.event_id))
  const active = user?.enabled === true && !isRevoked(family, user)
  return { isValid: true, pool, client, sub, claims, active }
}
