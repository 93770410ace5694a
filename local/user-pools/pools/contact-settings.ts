import { invalidParameter } from '../attributes/rules.ts'
import type { Definition } from './definitions.ts'

/** AWS takes a zero. https://github.com/aws-controllers-k8s/community/issues/2837 */
export const unusedAccountDays =
  'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays'

/**
 * What AWS refuses of how a pool verifies addresses and numbers and invites people, in its words.
 *
 * @throws InvalidParameterException
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/28294
 * @see https://github.com/aws/aws-cli/issues/7151
 */
export function checkContactSettings(definition: Definition): void {
  const verified = (definition['AutoVerifiedAttributes'] as string[] | undefined) ?? []
  const update = definition['UserAttributeUpdateSettings'] as
    | { AttributesRequireVerificationBeforeUpdate?: string[] }
    | undefined
  const before = update?.AttributesRequireVerificationBeforeUpdate ?? []
  if (before.some((name) => !verified.includes(name))) {
    throw invalidParameter(
      'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
    )
  }
  const invited = definition['AdminCreateUserConfig'] as
    | { UnusedAccountValidityDays?: number }
    | undefined
  if (invited?.UnusedAccountValidityDays) throw invalidParameter(unusedAccountDays)
  if (verified.includes('phone_number') && definition['SmsConfiguration'] === undefined) {
    throw invalidParameter(
      'SMS configuration is required when phone_number is selected for auto verification',
    )
  }
}
