import type { UserPoolConfig } from '../../config.ts'
import { UserPoolError } from '../../errors.ts'
import type { Definition } from '../../pools/definitions.ts'

/**
 * Neither name nor text are documented for it beside each other: the type is the model's, the words
 * are of ours.
 *
 * @throws UserPoolAddOnNotEnabledException
 */
export function requireAddOn({ threatProtection }: UserPoolConfig): void {
  if (threatProtection) return
  throw new UserPoolError(
    'UserPoolAddOnNotEnabledException',
    'Threat protection is not enabled for the user pool.',
  )
}

/** The words that CloudFormation passes on: https://github.com/aws/aws-cdk/pull/33565 */
export function threatProtectionNeedsPlus(tier: string): string {
  return `The following features need to be disabled for the ${tier} pricing tier configured: Threat Protection`
}

/**
 * What CreateUserPool and UpdateUserPool are given.
 *
 * @throws FeatureUnavailableInTierException
 */
export function checkAddOnTier(definition: Definition): void {
  const addOns = definition['UserPoolAddOns'] as
    | {
        AdvancedSecurityMode?: string
        AdvancedSecurityAdditionalFlows?: { CustomAuthMode?: string }
      }
    | undefined
  const tier = (definition['UserPoolTier'] as string | undefined) ?? 'ESSENTIALS'
  const isOn =
    (addOns?.AdvancedSecurityMode ?? 'OFF') !== 'OFF' ||
    addOns?.AdvancedSecurityAdditionalFlows?.CustomAuthMode !== undefined
  if (!isOn || tier === 'PLUS') return
  throw new UserPoolError('FeatureUnavailableInTierException', threatProtectionNeedsPlus(tier))
}
