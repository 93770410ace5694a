import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'

const invitation = 'Your username is {username} and temporary password is {####}.'

/**
 * Whether administrators alone add users, and how those are told. `UnusedAccountValidityDays` has
 * given way to the password policy's `TemporaryPasswordValidityDays`.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html
 */
export function readAdminCreateUser(
  pool: PropertyReader,
): Pick<UserPoolConfig, 'allowAdminCreateUserOnly' | 'invitationMessage'> {
  const config = pool.map('AdminCreateUserConfig')
  config?.pass('UnusedAccountValidityDays')
  const template = config?.map('InviteMessageTemplate')
  return {
    allowAdminCreateUserOnly: config?.boolean('AllowAdminCreateUserOnly') ?? false,
    invitationMessage: {
      emailSubject: template?.string('EmailSubject') ?? 'Your temporary password',
      emailMessage: template?.string('EmailMessage') ?? invitation,
      smsMessage: template?.string('SMSMessage') ?? invitation,
    },
  }
}
