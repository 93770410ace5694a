import type { PropertyReader } from '../../property-reader.ts'

/** AWS's own pattern. */
const address = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u

/**
 * Who sends a pool's mail, as far as AWS refuses a pool over it: no mail leaves this machine.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_EmailConfigurationType.html
 */
export function readEmailSender(pool: PropertyReader): 'COGNITO_DEFAULT' | 'DEVELOPER' {
  const email = pool.map('EmailConfiguration')
  email?.pass('ConfigurationSet')
  const account = email?.oneOf('EmailSendingAccount', ['COGNITO_DEFAULT', 'DEVELOPER'])
  const sourceArn = email?.string('SourceArn')
  if (account === 'DEVELOPER' && sourceArn === undefined) {
    email?.problem('EmailSendingAccount', 'DEVELOPER needs a SourceArn, an identity of SES.')
  }
  if (account === 'COGNITO_DEFAULT' && sourceArn !== undefined) {
    email?.problem('SourceArn', 'Cognito is not allowed to use your email identity: say DEVELOPER.')
  }
  // `Name <address>` is one, too.
  const from = email?.string('From')
  if (from !== undefined && !address.test(from.replace(/^.*<([^<>]*)>$/, '$1'))) {
    email?.problem('From', `${JSON.stringify(from)} is no email address.`)
  }
  const replyTo = email?.string('ReplyToEmailAddress')
  if (replyTo !== undefined && !address.test(replyTo)) {
    email?.problem('ReplyToEmailAddress', `${JSON.stringify(replyTo)} is no email address.`)
  }
  return account ?? 'COGNITO_DEFAULT'
}
