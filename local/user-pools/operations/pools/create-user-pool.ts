import type { CreateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { checkContactSettings } from '../../pools/contact-settings.ts'
import { describeUserPool } from '../../pools/describe-user-pool.ts'
import { checkHasFactor, checkMfaSettings } from '../../pools/mfa-settings.ts'
import { checkAddOnTier } from '../../threat-protection/settings/require-add-on.ts'

type Input = With<CreateUserPoolRequest, 'PoolName'>

/**
 * CreateUserPool: a pool beside those of the template, with keys and an issuer of its own.
 *
 * @throws InvalidParameterException, FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
 */
export function createUserPool(input: Input, ctx: OperationContext): Promise<object> {
  const nowMs = ctx.clock.now()
  const created = {
    id: ctx.definitions.newId('user pool'),
    definition: { ...input },
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  checkContactSettings(created.definition)
  checkHasFactor(created)
  checkMfaSettings(created)
  checkAddOnTier(created.definition)
  const pool = ctx.createdPools.savePool(created)
  return Promise.resolve({ UserPool: describeUserPool(pool, created, 0) })
}
