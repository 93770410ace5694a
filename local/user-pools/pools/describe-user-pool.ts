import type {
  LambdaConfigType,
  UserPoolAddOnsType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import type { AttributeSchema, ThreatProtection, UserPoolConfig } from '../config.ts'
import type { CreatedPool } from './definitions.ts'

/** Times on the wire are epoch seconds with a fraction. */
interface Times {
  CreationDate: number
  LastModifiedDate: number
}

/** @returns nothing for what the template made: it does not say when. */
export function timesOf(
  created: Pick<CreatedPool, 'createdAtMs' | 'updatedAtMs'> | undefined,
): Partial<Times> {
  return created
    ? { CreationDate: created.createdAtMs / 1000, LastModifiedDate: created.updatedAtMs / 1000 }
    : {}
}

/** What AWS says of a pool: as it was given, with defaults where nothing was. */
export function describeUserPool(
  pool: UserPoolConfig,
  created: CreatedPool | undefined,
  users: number,
): Omit<UserPoolType, keyof Times> & Partial<Times> {
  const { PoolName: _, Schema: __, ...given } = created?.definition ?? {}
  return {
    DeletionProtection: 'INACTIVE',
    LambdaConfig: describeTriggers(pool),
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    UserPoolTags: {},
    VerificationMessageTemplate: {
      DefaultEmailOption: pool.verificationMessage.byLink
        ? 'CONFIRM_WITH_LINK'
        : 'CONFIRM_WITH_CODE',
    },
    ...given,
    ...describeNames(pool),
    Id: pool.id,
    Arn: pool.arn,
    Name: pool.name,
    Policies: describePolicies(pool),
    SchemaAttributes: pool.schema.map(describeAttribute),
    MfaConfiguration: pool.mfaConfiguration,
    AdminCreateUserConfig: {
      UnusedAccountValidityDays: pool.passwordPolicy.temporaryPasswordValidityDays,
      ...(given.AdminCreateUserConfig as object | undefined),
      AllowAdminCreateUserOnly: pool.allowAdminCreateUserOnly,
    },
    AccountRecoverySetting: {
      RecoveryMechanisms: pool.recoveryMechanisms.map((Name, index) => ({
        Priority: index + 1,
        Name,
      })),
    },
    ...(pool.acrNames && { AcrConfiguration: describeLevels(pool.acrNames) }),
    ...(pool.devices && {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: pool.devices.standInForMfa,
        DeviceOnlyRememberedOnUserPrompt: pool.devices.rememberOnPrompt,
      },
    }),
    ...(pool.threatProtection && { UserPoolAddOns: describeAddOns(pool.threatProtection) }),
    UserPoolTier: pool.tier,
    IssuerConfiguration: { Type: pool.issuerType ?? 'ORIGINAL' },
    EstimatedNumberOfUsers: users,
    ...timesOf(created),
  }
}

function describeAddOns({ mode, customAuthMode }: ThreatProtection): UserPoolAddOnsType {
  return {
    AdvancedSecurityMode: mode ?? 'OFF',
    ...(customAuthMode && { AdvancedSecurityAdditionalFlows: { CustomAuthMode: customAuthMode } }),
  }
}

function describeLevels(names: readonly string[]): Record<string, { AcrValue: string }> {
  return Object.fromEntries(names.map((AcrValue, index) => [`Level${index + 1}`, { AcrValue }]))
}

/** Lists that are empty are not there. */
function describeNames(pool: UserPoolConfig): Omit<UserPoolType, keyof Times> {
  const { usernameAttributes, aliasAttributes, autoVerifiedAttributes, verifyBeforeUpdate } = pool
  return {
    UsernameConfiguration: { CaseSensitive: pool.caseSensitive },
    ...(usernameAttributes.length > 0 && { UsernameAttributes: [...usernameAttributes] }),
    ...(aliasAttributes.length > 0 && { AliasAttributes: [...aliasAttributes] }),
    ...(autoVerifiedAttributes.length > 0 && {
      AutoVerifiedAttributes: [...autoVerifiedAttributes],
    }),
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: [...verifyBeforeUpdate],
    },
  }
}

function describePolicies({ passwordPolicy, allowedFirstAuthFactors }: UserPoolConfig) {
  return {
    PasswordPolicy: {
      MinimumLength: passwordPolicy.minimumLength,
      RequireUppercase: passwordPolicy.requireUppercase,
      RequireLowercase: passwordPolicy.requireLowercase,
      RequireNumbers: passwordPolicy.requireNumbers,
      RequireSymbols: passwordPolicy.requireSymbols,
      TemporaryPasswordValidityDays: passwordPolicy.temporaryPasswordValidityDays,
      ...(passwordPolicy.passwordHistorySize > 0 && {
        PasswordHistorySize: passwordPolicy.passwordHistorySize,
      }),
    },
    SignInPolicy: { AllowedFirstAuthFactors: [...allowedFirstAuthFactors] as 'PASSWORD'[] },
  }
}

/** Numbers of constraints are text on the wire. */
function describeAttribute(attribute: AttributeSchema) {
  const { minLength, maxLength, minValue, maxValue } = attribute
  return {
    Name: attribute.name,
    AttributeDataType: attribute.type,
    DeveloperOnlyAttribute: false,
    Mutable: attribute.mutable,
    Required: attribute.required,
    ...(attribute.type === 'String' && {
      StringAttributeConstraints: {
        ...(minLength !== undefined && { MinLength: String(minLength) }),
        ...(maxLength !== undefined && { MaxLength: String(maxLength) }),
      },
    }),
    ...(attribute.type === 'Number' && {
      NumberAttributeConstraints: {
        ...(minValue !== undefined && { MinValue: String(minValue) }),
        ...(maxValue !== undefined && { MaxValue: String(maxValue) }),
      },
    }),
  }
}

/** The function before tokens is told in both members: the older one has no version. */
export function describeTriggers({
  triggers: {
    InboundFederation: inbound,
    CustomEmailSender: mails,
    CustomSMSSender: texts,
    ...triggers
  } = {},
  preTokenGenerationVersion,
  senderKeyArn,
}: UserPoolConfig): LambdaConfigType {
  const { PreTokenGeneration: arn } = triggers
  return {
    ...triggers,
    ...(arn !== undefined && {
      PreTokenGenerationConfig: {
        LambdaVersion: `V${preTokenGenerationVersion ?? '1'}_0`,
        LambdaArn: arn,
      },
    }),
    ...(inbound !== undefined && { InboundFederation: firstVersion(inbound) }),
    ...(mails !== undefined && { CustomEmailSender: firstVersion(mails) }),
    ...(texts !== undefined && { CustomSMSSender: firstVersion(texts) }),
    ...(senderKeyArn !== undefined && { KMSKeyID: senderKeyArn }),
  }
}

function firstVersion(LambdaArn: string) {
  return { LambdaVersion: 'V1_0', LambdaArn } as const
}
