import type { PasswordPolicy } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { checkTier, type Pool } from './pool-of.ts'

const firstFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'] as const

/** @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
export function readPasswordPolicy(
  policies: PropertyReader | undefined,
  tier: Pool['tier'],
): PasswordPolicy {
  const policy = policies?.map('PasswordPolicy')
  const passwordHistorySize = policy?.integer('PasswordHistorySize', { min: 0, max: 24 }) ?? 0
  if (policy && passwordHistorySize > 0) checkTier(policy, 'PasswordHistorySize', tier)
  // A pool without a policy asks for all four classes; a policy asks for those it names.
  const otherwise = policy === undefined
  return {
    minimumLength: policy?.integer('MinimumLength', { min: 6, max: 99 }) ?? 8,
    requireLowercase: policy?.boolean('RequireLowercase') ?? otherwise,
    requireUppercase: policy?.boolean('RequireUppercase') ?? otherwise,
    requireNumbers: policy?.boolean('RequireNumbers') ?? otherwise,
    requireSymbols: policy?.boolean('RequireSymbols') ?? otherwise,
    // 0 is Cognito's way to say the default.
    temporaryPasswordValidityDays:
      policy?.integer('TemporaryPasswordValidityDays', { min: 0, max: 365 }) || 7,
    passwordHistorySize,
  }
}

/** @returns the factors that one may begin with; the password is always among them. */
export function readFirstFactors(
  policies: PropertyReader | undefined,
  tier: Pool['tier'],
): string[] {
  const policy = policies?.map('SignInPolicy')
  const factors = policy?.listOf('AllowedFirstAuthFactors', firstFactors)
  if (!policy || !factors) return ['PASSWORD']
  if (!factors.includes('PASSWORD')) {
    policy.problem('AllowedFirstAuthFactors', 'must have PASSWORD; AWS does not do without.')
  }
  if (factors.some((factor) => factor !== 'PASSWORD')) {
    checkTier(policy, 'AllowedFirstAuthFactors', tier)
  }
  return [...new Set(factors)]
}
