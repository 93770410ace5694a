import { checked, type Checks } from '../core/ports/checks.ts'
import type { Clock } from '../core/ports/clock.ts'
import type { Role } from '../iam/policy/policy.ts'
import type { Admit } from '../signature-v4/admission.ts'
import type { IdentityPoolConfig } from './config.ts'
import type { Credentials } from './credentials.ts'
import { IdentityPoolError } from './errors.ts'
import type { Identities, Identity } from './identities.ts'
import type { VerifyLogin } from './login.ts'
import type { OpenIdTokens } from './open-id-tokens.ts'

/**
 * What an operation works with. One for all requests: but for who is told of its checks, it holds
 * nothing of any of them.
 */
export interface OperationContext {
  clock: Clock
  /** Read anew each time: the template may be edited while the local AWS runs. */
  pools: () => readonly IdentityPoolConfig[]
  findRole: (arn: string) => Role | undefined
  verifyLogin: VerifyLogin
  /** To operations that have to be signed. */
  admit: Admit
  identities: Identities
  credentials: Credentials
  openIdTokens: OpenIdTokens
  /** Told of what is checked of the request; undefined where nobody listens. */
  checks?: Checks | undefined
}

/** @throws ResourceNotFoundException */
export function requirePool(ctx: OperationContext, poolId: string): IdentityPoolConfig {
  return checked(ctx.checks, 'IdentityPoolId', () => {
    const pool = ctx.pools().find(({ id }) => id === poolId)
    if (pool) return pool
    throw new IdentityPoolError('ResourceNotFoundException', `IdentityPool '${poolId}' not found.`)
  })
}

/** @throws ResourceNotFoundException, also when the identity's pool is gone. */
export function requireIdentity(
  ctx: OperationContext,
  identityId: string,
): { identity: Identity; pool: IdentityPoolConfig } {
  return checked(ctx.checks, 'IdentityId', () => {
    const identity = ctx.identities.find(identityId)
    const pool = ctx.pools().find(({ id }) => id === identity?.poolId)
    if (identity && pool) return { identity, pool }
    throw new IdentityPoolError('ResourceNotFoundException', `Identity '${identityId}' not found.`)
  })
}
