import type {
  AdminSetUserSettingsRequest,
  MFAOptionType,
  SetUserSettingsRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { requireUser } from '../../admin/require-user.ts'
import { invalidParameter } from '../../attributes/rules.ts'
import type { OperationContext } from '../../context.ts'
import type { With } from '../../operation.ts'
import { mfaOf } from '../../mfa/factors.ts'
import { withPreference } from '../../mfa/preference.ts'
import type { UserPoolConfig } from '../../config.ts'
import type { UserMfa, UserRecord } from '../../model.ts'
import { requireAccessToken } from '../../tokens/require-access-token.ts'
import { requireCurrent } from '../../users/users.ts'

type Input = With<SetUserSettingsRequest, 'AccessToken' | 'MFAOptions'>
type AdminInput = With<AdminSetUserSettingsRequest, 'UserPoolId' | 'Username' | 'MFAOptions'>

/**
 * SetUserSettings: whether codes by text message are a second factor of the user. The older way to say
 * so, and of that factor alone.
 *
 * @throws NotAuthorizedException, InvalidParameterException, and those of `withPreference`
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserSettings.html
 */
export async function setUserSettings(input: Input, ctx: OperationContext): Promise<object> {
  const { pool, user: caller } = await requireAccessToken(ctx, input.AccessToken)
  const user = requireCurrent(ctx.users, pool, caller)
  return setOptions(ctx, pool, user, input.MFAOptions)
}

/**
 * AdminSetUserSettings: as SetUserSettings, of any user.
 *
 * @throws ResourceNotFoundException, UserNotFoundException, and those of SetUserSettings
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserSettings.html
 */
export function adminSetUserSettings(input: AdminInput, ctx: OperationContext): Promise<object> {
  const { pool, user } = requireUser(ctx, input)
  return Promise.resolve(setOptions(ctx, pool, user, input.MFAOptions))
}

function setOptions(
  ctx: OperationContext,
  pool: UserPoolConfig,
  user: UserRecord,
  options: readonly MFAOptionType[],
): object {
  const mfa = withOptions(pool, user, options)
  ctx.users.update(pool, { ...user, mfa, updatedAtMs: ctx.clock.now() })
  return {}
}

/** @param options empty for off, which is what the older library for browsers sends. */
function withOptions(
  pool: UserPoolConfig,
  user: UserRecord,
  options: readonly MFAOptionType[],
): UserMfa {
  const isOfMessages = options.every(
    ({ DeliveryMedium, AttributeName }) =>
      DeliveryMedium === 'SMS' && AttributeName === 'phone_number',
  )
  if (!isOfMessages) {
    throw invalidParameter('MFAOptions are for phone_number by SMS only.')
  }
  const Enabled = options.length > 0
  const PreferredMfa = Enabled && mfaOf(user).preferred === 'SMS_MFA'
  return withPreference(pool, user, { SMSMfaSettings: { Enabled, PreferredMfa } })
}
