import type { UserPoolConfig } from '../../../user-pools/config.ts'
import type { PropertyReader } from '../../property-reader.ts'

type Message = UserPoolConfig['verificationMessage']

/** Where the code goes. */
const placeholder = '{####}'

/** The template's words, or those that Cognito has of its own. */
export function readVerificationMessage(pool: PropertyReader): Message {
  const template = pool.map('VerificationMessageTemplate')
  if (template?.oneOf('DefaultEmailOption', options) === 'CONFIRM_WITH_LINK') {
    template.notEmulated('DefaultEmailOption', 'messages carry a code, not a link')
  }
  template?.pass('EmailMessageByLink', 'EmailSubjectByLink')
  const old = {
    subject: pool.string('EmailVerificationSubject'),
    email: withCode(pool, 'EmailVerificationMessage'),
    sms: withCode(pool, 'SmsVerificationMessage'),
  }
  const email = template && withCode(template, 'EmailMessage')
  const sms = template && withCode(template, 'SmsMessage')
  return {
    emailSubject: template?.string('EmailSubject') ?? old.subject ?? 'Your verification code',
    emailMessage: email ?? old.email ?? `Your confirmation code is ${placeholder}`,
    smsMessage: sms ?? old.sms ?? `Your confirmation code is ${placeholder}`,
  }
}

const options = ['CONFIRM_WITH_CODE', 'CONFIRM_WITH_LINK'] as const

export function withCode(reader: PropertyReader, name: string): string | undefined {
  const message = reader.string(name)
  if (message !== undefined && !message.includes(placeholder)) {
    reader.problem(name, `must have ${placeholder} where the code goes.`)
  }
  return message
}
