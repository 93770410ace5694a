import type { Role } from '../../../iam/policy/policy.ts'
import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'

type Contacts = Pick<
  UserPoolConfig,
  'autoVerifiedAttributes' | 'verifyBeforeUpdate' | 'recoveryMechanisms' | 'sendsTextMessages'
>

const contacts = ['email', 'phone_number'] as const
const recoveries = ['verified_email', 'verified_phone_number', 'admin_only'] as const

/**
 * Which addresses and numbers are verified, and by which of them people recover their accounts.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-email-phone-verification.html
 */
export function readContacts(pool: PropertyReader, roles: readonly Role[]): Contacts {
  const autoVerifiedAttributes = pool.listOf('AutoVerifiedAttributes', contacts) ?? []
  const sendsTextMessages = pool.has('SmsConfiguration')
  if (autoVerifiedAttributes.includes('phone_number') && !sendsTextMessages) {
    pool.problem('AutoVerifiedAttributes', 'phone_number needs an SmsConfiguration.')
  }
  checkSender(pool, roles)
  const update = pool.map('UserAttributeUpdateSettings')
  const name = 'AttributesRequireVerificationBeforeUpdate'
  const verifyBeforeUpdate = update?.listOf(name, contacts) ?? []
  const unverified = verifyBeforeUpdate.find((one) => !autoVerifiedAttributes.includes(one))
  if (unverified !== undefined) {
    update?.problem(name, `${unverified} must be among the AutoVerifiedAttributes.`)
  }
  return {
    autoVerifiedAttributes,
    verifyBeforeUpdate,
    recoveryMechanisms: readRecovery(pool),
    sendsTextMessages,
  }
}

/**
 * What AWS takes the stack back for. Of a role outside of the template, and of a region, nothing can be
 * said: the local account and region are made up.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SmsConfigurationType.html
 */
function checkSender(pool: PropertyReader, roles: readonly Role[]): void {
  const sms = pool.map('SmsConfiguration')
  const externalId = sms?.string('ExternalId')
  const arn = sms?.string('SnsCallerArn')
  const region = sms?.string('SnsRegion')
  sms?.pass('EumsSms')
  const role = roles.find((one) => one.arn === arn)
  if (role && !letsCognitoIn(role, externalId)) {
    sms?.problem(
      'SnsCallerArn',
      'Role does not have a trust relationship allowing Cognito to assume the role.',
    )
  }
  if (region !== undefined && !/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region)) {
    sms?.problem('SnsRegion', `${JSON.stringify(region)} is no region.`)
  }
}

function letsCognitoIn({ trustPolicy }: Role, externalId: string | undefined): boolean {
  return trustPolicy.statements.some(
    ({ effect, principals, conditions }) =>
      effect === 'Allow' &&
      typeof principals === 'object' &&
      principals.Service?.includes('cognito-idp.amazonaws.com') &&
      conditions.every(
        ({ key, operator, values }) =>
          key.toLowerCase() !== 'sts:externalid' ||
          operator !== 'StringEquals' ||
          (externalId !== undefined && values.includes(externalId)),
      ),
  )
}

/** Without the setting, Cognito prefers a text message to a mail. */
function readRecovery(pool: PropertyReader): UserPoolConfig['recoveryMechanisms'] {
  const setting = pool.map('AccountRecoverySetting')
  const mechanisms = setting?.maps('RecoveryMechanisms')?.map((mechanism) => ({
    name: mechanism.requiredOneOf('Name', recoveries),
    priority: mechanism.integer('Priority', { min: 1, max: 2 }) ?? 1,
  }))
  if (!setting || !mechanisms) return ['verified_phone_number', 'verified_email']
  if (mechanisms.length > 1 && mechanisms.some(({ name }) => name === 'admin_only')) {
    setting.problem('RecoveryMechanisms', 'admin_only must stand alone.')
  }
  const names = new Set(mechanisms.map(({ name }) => name))
  const priorities = new Set(mechanisms.map(({ priority }) => priority))
  if (Math.min(names.size, priorities.size) < mechanisms.length) {
    setting.problem('RecoveryMechanisms', 'have each name and each Priority once.')
  }
  return mechanisms.sort((a, b) => a.priority - b.priority).map(({ name }) => name)
}
