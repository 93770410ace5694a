import type { UpdateUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { checkNoImport } from '../../import/jobs.ts'
import { checkContactSettings } from '../../pools/contact-settings.ts'
import type { CreatedPool } from '../../pools/definitions.ts'
import { checkHasFactor, checkMfaSettings, withoutFactors } from '../../pools/mfa-settings.ts'
import { requireCreatedPool } from '../../pools/require-created.ts'
import { checkAddOnTier } from '../../threat-protection/settings/require-add-on.ts'

type Input = With<UpdateUserPoolRequest, 'UserPoolId'>

/** What a pool keeps for good, and so is not asked for again. */
const forGood = [
  'PoolName',
  'Schema',
  'UsernameAttributes',
  'AliasAttributes',
  'UsernameConfiguration',
]

/** What text messages as a factor cannot do without. */
const ofTextMessages = ['SmsConfiguration', 'SmsAuthenticationMessage']

/**
 * UpdateUserPool: what is not given is set back to its default, but for what can never change and for
 * MFA, which stays as SetUserPoolMfaConfig left it (so measured of AWS). Turning it off forgets its
 * factors.
 *
 * @throws ResourceNotFoundException, UserImportInProgressException, InvalidParameterException,
 *   FeatureUnavailableInTierException
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export function updateUserPool(input: Input, ctx: OperationContext): Promise<object> {
  const { UserPoolId, ...given } = input
  const before = requireCreatedPool(ctx, UserPoolId)
  checkNoImport(ctx.store, UserPoolId)
  const names = [
    ...forGood,
    'MfaConfiguration',
    ...(before.mfa?.SmsMfaConfiguration ? ofTextMessages : []),
  ]
  const kept = Object.entries(before.definition).filter(([name]) => names.includes(name))
  const { mfa, ...rest } = before
  const after: CreatedPool = {
    ...rest,
    definition: { ...Object.fromEntries(kept), ...given },
    ...(mfa && { mfa: given.MfaConfiguration === 'OFF' ? withoutFactors(mfa) : mfa }),
    updatedAtMs: ctx.clock.now(),
  }
  checkContactSettings(after.definition)
  checkHasFactor(after)
  checkMfaSettings(after)
  checkAddOnTier(after.definition)
  ctx.createdPools.savePool(after)
  return Promise.resolve({})
}
