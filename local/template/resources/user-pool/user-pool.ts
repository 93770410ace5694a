import type { Role } from '../../../iam/policy/policy.ts'
import type { UserPoolConfig } from '../../../user-pools/config.ts'
import { defined } from '../../defined.ts'
import type { LoadContext } from '../../load-context.ts'
import type { PropertyReader } from '../../property-reader.ts'
import { type EvaluatedResource, findAttribute, refOf } from '../../resource-types.ts'
import type { ReadFunction } from '../function/function.ts'
import { readAcrNames } from './acr-names.ts'
import { readContacts } from './contacts.ts'
import { readDeviceTracking } from './device-tracking.ts'
import { readMfa } from './mfa.ts'
import { readAdminCreateUser } from './admin-create-user.ts'
import { readPasskeys } from './passkeys.ts'
import { readTriggers } from './triggers.ts'
import { readFirstFactors, readPasswordPolicy } from './user-pool-policies.ts'
import { mentionWhatIsNotEmulated } from './user-pool-not-emulated.ts'
import { readSchema } from './user-pool-schema.ts'
import { readSignInCodeMessage } from './sign-in-code-message.ts'
import { readThreatProtection } from './threat-protection.ts'
import { readVerificationMessage } from './verification-message.ts'

const contacts = ['email', 'phone_number'] as const
const aliases = ['email', 'phone_number', 'preferred_username'] as const

/**
 * A user pool without its clients, groups and providers, which are resources of their own.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cognito-userpool.html
 */
export function readUserPool(
  reader: PropertyReader,
  resource: EvaluatedResource,
  context: LoadContext,
  functions: readonly ReadFunction[],
  roles: readonly Role[] = [],
): Omit<UserPoolConfig, 'clients' | 'groups' | 'identityProviders'> {
  const id = refOf(resource, context)
  const policies = reader.map('Policies')
  const usernameAttributes = reader.listOf('UsernameAttributes', contacts) ?? []
  const aliasAttributes = reader.listOf('AliasAttributes', aliases) ?? []
  if (usernameAttributes.length > 0 && aliasAttributes.length > 0) {
    reader.problem('AliasAttributes', 'cannot stand beside UsernameAttributes.')
  }
  const contactSettings = readContacts(reader, roles)
  mentionWhatIsNotEmulated(reader)
  const issuerType = reader.map('IssuerConfiguration')?.oneOf('Type', ['ORIGINAL', 'UPDATED'])
  const tier = reader.oneOf('UserPoolTier', ['LITE', 'ESSENTIALS', 'PLUS']) ?? 'ESSENTIALS'
  return {
    id,
    name: reader.string('UserPoolName') ?? id,
    arn: findAttribute(resource, 'Arn', context) ?? '',
    region: context.region,
    issuer: context.issuerOf(id, issuerType),
    ...defined('issuerType', issuerType),
    ...defined('documentsUrl', context.documentsUrlOf?.(id)),
    usernameAttributes,
    aliasAttributes,
    caseSensitive: reader.map('UsernameConfiguration')?.boolean('CaseSensitive') ?? true,
    ...contactSettings,
    schema: readSchema(reader),
    passwordPolicy: readPasswordPolicy(policies, tier),
    allowedFirstAuthFactors: readFirstFactors(policies, tier),
    passkeys: readPasskeys(reader),
    ...defined('devices', readDeviceTracking(reader)),
    ...readAdminCreateUser(reader),
    ...readMfa(reader, policies, tier, contactSettings.recoveryMechanisms),
    ...defined('acrNames', readAcrNames(reader)),
    tier,
    ...defined('threatProtection', readThreatProtection(reader, tier)),
    verificationMessage: readVerificationMessage(reader),
    signInCodeMessage: readSignInCodeMessage(reader),
    ...readTriggers(reader, functions, tier),
  }
}
