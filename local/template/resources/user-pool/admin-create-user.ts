import type { UserPoolConfig } from '../../../user-pools/config.ts'
import { unusedAccountDays } from '../../../user-pools/pools/contact-settings.ts'
import type { PropertyReader } from '../../property-reader.ts'

const invitation = 'Your username is {username} and temporary password is {####}.'

/**
 * Whether administrators alone add users, and how those are told.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUserConfigType.html
 */
export function readAdminCreateUser(
  pool: PropertyReader,
): Pick<UserPoolConfig, 'allowAdminCreateUserOnly' | 'invitationMessage'> {
  const config = pool.map('AdminCreateUserConfig')
  if (config?.integer('UnusedAccountValidityDays', { min: 0, max: 365 })) {
    config.problem('UnusedAccountValidityDays', `${unusedAccountDays}.`)
  }
  const template = config?.map('InviteMessageTemplate')
  return {
    allowAdminCreateUserOnly: config?.boolean('AllowAdminCreateUserOnly') ?? false,
    invitationMessage: {
      emailSubject: template?.string('EmailSubject') ?? 'Your temporary password',
      emailMessage: withBoth(template, 'EmailMessage') ?? invitation,
      smsMessage: withBoth(template, 'SMSMessage') ?? invitation,
    },
  }
}

function withBoth(template: PropertyReader | undefined, name: string): string | undefined {
  const message = template?.string(name)
  if (message !== undefined && !(message.includes('{username}') && message.includes('{####}'))) {
    template?.problem(name, 'must have {username} and {####}, where name and password go.')
  }
  return message
}
